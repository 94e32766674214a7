import { decodeText, UnreadableFile } from '../decode.ts';
import { collect } from './collect.ts';
import { keptText } from './kept-text.ts';
import { readGift } from './read-gift.ts';
import { readMoodleXml } from './read-moodle-xml.ts';
import { hasOwnHeadings, readOwnCsv } from './read-own-csv.ts';
import { type Found, type Read, UnreadableQuestions } from './said.ts';

/** A school's bank is a third of this. It is read while everybody else waits. */
const MOST_BYTES = 512 * 1024;

/**
 * The questions of a file in Moodle XML, GIFT or our own CSV, told by its contents and never by its
 * name, and a line for all that could not be taken whole. Where the file says nothing of a topic,
 * section or source, these are empty. Nothing is taken from a file that cannot be read to its end.
 */
export function readQuestionFile(bytes: Uint8Array, fileName: string): Read {
  try {
    const text = textOf(bytes);
    const read = readerFor(text);
    if (!read) throw new UnreadableQuestions(noQuestionsIn(fileName));
    return { ok: true, ...collect(read(text)) };
  } catch (error) {
    if (!(error instanceof UnreadableQuestions)) throw error;
    return { ok: false, message: error.message };
  }
}

function textOf(bytes: Uint8Array): string {
  if (bytes.byteLength > MOST_BYTES) throw new UnreadableQuestions(TOO_LARGE);
  const start = String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0);
  if (start === 'PK' || start === '\x1f\x8b') throw new UnreadableQuestions(PACKED);
  const text = decoded(bytes);
  if (text.trim() === '') throw new UnreadableQuestions('The file is empty.');
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new UnreadableQuestions(NO_TEXT);
  }
}

const TOO_LARGE =
  'The file is larger than 512 kB. Export fewer questions at a time, and leave pictures out.';
const PACKED =
  'This is a packed file: an Excel workbook, a Word document or a backup. Save a table as CSV; from Moodle, export the question bank as Moodle XML or GIFT.';
const NO_TEXT =
  'The file holds characters that no text has, so it is no Moodle XML, GIFT or CSV, or it was damaged on its way.';
const WEB_PAGE =
  'This is a web page. Download the file of questions itself: in Moodle, choose Question bank, Export, Moodle XML.';

type Reader = (text: string) => Found[];

/** Null: the file looks like none of them. */
function readerFor(text: string): Reader | null {
  const start = text.trimStart();
  if (/^<(!doctype\s+html|html)\b/i.test(start)) throw new UnreadableQuestions(WEB_PAGE);
  if (isXml(start)) return () => readMoodleXml(start);
  if (hasOwnHeadings(text)) return readOwnCsv;
  return /\{|^[ \t]*(::|\/\/|\$CATEGORY:)/m.test(text) ? readGift : null;
}

/** A question in GIFT may begin with a tag of HTML; it has braces. */
function isXml(start: string): boolean {
  return /^<([?!]|quiz\b)/i.test(start) || (start.startsWith('<') && !start.includes('{'));
}

function noQuestionsIn(fileName: string): string {
  const name = keptText(fileName).slice(0, 80);
  return `In ${name === '' ? 'the file' : `“${name}”`} is nothing that looks like Moodle XML, GIFT or our own CSV, whose first row names the columns type, text, option_1, why_1 and so on.`;
}
