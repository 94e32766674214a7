import { stringify } from 'yaml';
import { z } from 'zod';
import type { SchoolContent } from '#app/domain/offer/content.ts';
import { TOPICS } from '#app/domain/offer/topics.ts';
import { RETRY_RULES } from '#app/domain/quiz/quiz.ts';
import { readQuestionYaml, writeQuestionYaml } from './questions/read-own-yaml.ts';
import { inductionListsFile } from './read-induction-lists.ts';
import { readYamlText } from './yaml-text.ts';
import { audience, day, key, maybe, words } from './yaml-types.ts';

const offerFile = z.strictObject({
  name: words,
  /** The order in which sections are read, by topic; what is not named stands at the end. */
  order: z.array(key).default([...TOPICS]),
  frontDoor: maybe(
    z.strictObject({
      name: words,
      telephone: words,
      outOfHours: maybe(words),
      hours: maybe(words),
      checkedOn: day,
    }),
  ),
});

const sectionHead = z.strictObject({
  topic: key,
  title: words,
  summary: words,
  audience,
  source: z.strictObject({ document: words, place: words }),
  checkedOn: day,
  reviewBy: day,
  owner: key,
});

const warningsFile = z.array(
  z.strictObject({ key, place: words, says: words, problem: words, action: words }),
);

const quizzesFile = z.array(
  z.strictObject({
    key,
    title: words,
    about: words,
    parts: z.array(z.strictObject({ topic: key, count: z.number().int().min(1).max(50) })).min(1),
    passMark: z.number().int().min(1),
    mustPassAtLeast: z.number().int().min(0).default(0),
    audience,
    requirement: maybe(key),
    allowsPractice: z.boolean().default(true),
    retry: z.enum(RETRY_RULES).default('at-once'),
  }),
);

const decisionsFile = z.strictObject({
  setAside: z.array(z.strictObject({ key, why: maybe(words) })).default([]),
  toCheck: z.array(key).default([]),
});

/** The files of a school's folder that hold what it teaches, sections by their topic. */
const NAMES = {
  offer: 'offer/offer.yaml',
  warnings: 'warnings.yaml',
  questions: 'questions.yaml',
  quizzes: 'quizzes.yaml',
  decisions: 'decisions.yaml',
  induction: 'induction.yaml',
};
const SECTION = /^offer\/([a-z0-9-]+)\.md$/;

/** Is this file of a school's folder one of those that `readContent` reads? */
export function isContentFile(name: string): boolean {
  return Object.values(NAMES).includes(name) || SECTION.test(name);
}

export type ReadContent = { ok: true; content: SchoolContent } | { ok: false; faults: string[] };

/** What these files of a school say, or what is wrong with them. A file that is not there says nothing. */
export function readContent(files: Record<string, string>): ReadContent {
  const faults: string[] = [];
  const read = <T>(name: string, type: z.ZodType<T>, text: string | undefined): T | null => {
    if (text === undefined) return null;
    const outcome = readYaml(text, type);
    if (outcome.ok) return outcome.value;
    faults.push(...outcome.faults.map((fault) => `${name}: ${fault}`));
    return null;
  };
  const offer = read(NAMES.offer, offerFile, files[NAMES.offer]);
  const sections = Object.entries(files)
    .filter(([name]) => SECTION.test(name))
    .flatMap(([name, text]) => {
      const { head, body } = apart(text);
      const section = read(name, sectionHead, head);
      return section ? [{ ...section, body }] : [];
    });
  const questions = readOwnQuestions(files[NAMES.questions], faults);
  const decisions = read(NAMES.decisions, decisionsFile, files[NAMES.decisions]);
  const content: SchoolContent = {
    offer: offer && { name: offer.name, frontDoor: offer.frontDoor },
    sections: inOrder(sections, offer?.order ?? []),
    warnings: read(NAMES.warnings, warningsFile, files[NAMES.warnings]) ?? [],
    questions,
    quizzes: read(NAMES.quizzes, quizzesFile, files[NAMES.quizzes]) ?? [],
    inductionLists: read(NAMES.induction, inductionListsFile, files[NAMES.induction]) ?? [],
    setAside: decisions?.setAside ?? [],
    toCheck: decisions?.toCheck ?? [],
  };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, content };
}

/** The quizzes with which a new school begins. Throws where the file is wrong: a fault of ours. */
export function readQuizzes(text: string): SchoolContent['quizzes'] {
  const read = readYaml(text, quizzesFile);
  if (!read.ok) throw new Error(`The quizzes of every school: ${read.faults.join('; ')}`);
  return read.value;
}

function readOwnQuestions(text: string | undefined, faults: string[]) {
  if (text === undefined) return [];
  const read = readQuestionYaml(text);
  if (read.ok) return read.questions;
  faults.push(...read.faults.map((fault) => `${NAMES.questions}: ${fault}`));
  return [];
}

type ReadYaml<T> = { ok: true; value: T } | { ok: false; faults: string[] };

function readYaml<T>(text: string, type: z.ZodType<T>): ReadYaml<T> {
  const read = readYamlText(text);
  if (!read.ok) return read;
  const parsed = type.safeParse(read.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
    ),
  };
}

/** What stands between the two lines of dashes, and the Markdown after it. */
function apart(text: string): { head: string; body: string } {
  const found = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  return { head: found?.[1] ?? '', body: (found?.[2] ?? '').trim() };
}

function inOrder<T extends { topic: string }>(sections: T[], order: string[]): T[] {
  const placeOf = ({ topic }: T) => {
    const place = order.indexOf(topic);
    return place === -1 ? order.length : place;
  };
  return sections.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.topic < b.topic ? -1 : 1));
}

/** The same files again, for an export. */
export function writeContent(content: SchoolContent): Record<string, string> {
  const { sections, offer, warnings, questions, quizzes, inductionLists } = content;
  const { setAside, toCheck } = content;
  const order = sections.map(({ topic }) => topic);
  return {
    ...(offer ? { [NAMES.offer]: yaml({ ...offer, order }) } : {}),
    ...Object.fromEntries(
      sections.map(({ body, ...head }) => [
        `offer/${head.topic}.md`,
        `---\n${yaml(head)}---\n\n${body}\n`,
      ]),
    ),
    [NAMES.warnings]: yaml(warnings),
    [NAMES.questions]: writeQuestionYaml(questions),
    [NAMES.quizzes]: yaml(quizzes),
    [NAMES.decisions]: yaml({ setAside, toCheck }),
    [NAMES.induction]: yaml(inductionLists),
  };
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 100 });
}
