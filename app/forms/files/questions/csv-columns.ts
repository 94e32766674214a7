/**
 * The columns of our own CSV, one row a question. Of an option there are four, numbered from 1:
 * `option_1` its text, `right_1` yes or no, `answer_1` what it is matched with, `why_1`. An order
 * stands in its right order; of true or false the options are True, then False. `extra_1` and so on
 * are the answers to match that go with nothing.
 */
export const PLAIN_COLUMNS = [
  'key',
  'topic',
  'section',
  'type',
  'must_pass',
  'story',
  'text',
  'source_document',
  'source_place',
];
export const OPTION_COLUMNS = ['option', 'right', 'answer', 'why'];
export const EXTRA_COLUMN = 'extra';
/** Without these there is no question. */
export const NEEDED_COLUMNS = ['type', 'text', 'option_1', 'why_1'];

const MOST = 20;

/** The number of `option_3`, `extra_3`…; null where the column is none of ours. */
export function numberOf(column: string): number | null {
  const found = /^(option|right|answer|why|extra)_([1-9]\d?)$/.exec(column);
  const number = Number(found?.[2]);
  return found && number <= MOST ? number : null;
}

export function isOurColumn(column: string): boolean {
  return PLAIN_COLUMNS.includes(column) || numberOf(column) !== null;
}
