/** What stands between two blank lines of a GIFT file: a question, a text or a category. */
export type Block = {
  /** Without its comments. */
  text: string;
  /** The number in the file of each line of `text`, from 1. */
  lines: number[];
  id: string;
  tags: string[];
};

/** Comments are taken out here, as Moodle does, so that they may stand anywhere. */
export function blocksOf(file: string): Block[] {
  const blocks: { line: string; number: number }[][] = [[]];
  for (const [place, line] of file.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push({ line, number: place + 1 });
  }
  return blocks.map(blockOf).filter(({ text }) => text !== '');
}

function blockOf(all: { line: string; number: number }[]): Block {
  const isComment = ({ line }: { line: string }) => line.trimStart().startsWith('//');
  const said = all.filter((one) => !isComment(one));
  const comments = all.filter(isComment).map(({ line }) => line.slice(0, LONGEST_COMMENT));
  return {
    text: said.map(({ line }) => line).join('\n'),
    lines: said.map(({ number }) => number),
    id: comments.flatMap((line) => ID.exec(line)?.[1] ?? [])[0]?.trim() ?? '',
    tags: comments.flatMap((line) => [...line.matchAll(TAGS)].map(([, tag = '']) => tag.trim())),
  };
}

const LONGEST_COMMENT = 2_000;
const ID = /\[id:([^[\]]{1,100})\]/;
const TAGS = /\[tag:([^[\]]{1,100})\]/g;
