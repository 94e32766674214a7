import type { Day } from '#app/domain/days.ts';
import { FIELD_LABELS, fieldsOf } from '#app/domain/import/fields.ts';
import {
  type Choices,
  IMPORT_KINDS,
  type ImportKind,
  type Known,
  type Plan,
  type Words,
} from '#app/domain/import/types.ts';
import { sameWords } from '#app/domain/import/words.ts';
import { EVIDENCE_KINDS } from '#app/domain/types.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** What a column of a file of this kind can be said to be. */
export function columnMeanings(
  kind: ImportKind,
  requirements: Known['requirements'],
): { value: string; label: string }[] {
  const fields = fieldsOf(kind).map((field) => ({
    value: field,
    label: FIELD_LABELS[field] ?? field,
  }));
  const trainings = kind === 'matrix' ? requirements.flatMap(trainingMeanings) : [];
  return [{ value: 'ignore', label: 'Do not read it' }, ...fields, ...trainings];
}

function trainingMeanings({ key, name, editions }: Known['requirements'][number]) {
  if (editions === null) return [{ value: `requirement:${key}`, label: name }];
  return editions.map((edition) => ({
    value: `requirement:${key}:${edition.key}`,
    label: `${name}: ${edition.title}`,
  }));
}

/** What each column is, `column-0` first. A field stands in one column at most. */
export function parseColumns(
  form: FormData,
  count: number,
  meanings: { value: string; label: string }[],
): Parsed<{ columns: string[] }> {
  const fields = new Fields(form);
  const known = ['', ...meanings.map(({ value }) => value)];
  const columns = Array.from({ length: count }, (_, column) =>
    fields.choice(`column-${column}`, known, 'Choose what this column is'),
  );
  for (const [column, what] of columns.entries()) {
    const isField = what !== '' && what !== 'ignore' && !what.startsWith('requirement:');
    if (isField && columns.indexOf(what) !== column) {
      const label = meanings.find(({ value }) => value === what)?.label ?? what;
      fields.fail(`column-${column}`, `Only one column can be: ${label}`);
    }
  }
  return fields.parsed({ columns });
}

/** Another kind of file, what stands behind its rows, and whether the list is complete. */
export function parseImportOptions(form: FormData) {
  const fields = new Fields(form);
  const kind = fields.choice('kind', IMPORT_KINDS, 'Choose what the file holds');
  const evidence = fields.choice('evidence', EVIDENCE_KINDS, 'Choose what stands behind it');
  return fields.parsed({ kind, choices: { evidence, fullList: fields.isTicked('fullList') } });
}

/** Answers to what the plan asks: the order of days, titles, and who is meant. */
export function parseAnswers(
  form: FormData,
  plan: Plan,
  { kinds, requirements }: Pick<Known, 'kinds' | 'requirements'>,
): Parsed<{ words: Words; choices: Pick<Choices, 'days' | 'people'> }> {
  const fields = new Fields(form);
  const days: Choices['days'] = {};
  for (const question of plan.questions) {
    if (question.kind !== 'days') continue;
    const name = `days-${question.column}`;
    days[question.column] = fields.choice(
      name,
      ['day-first', 'month-first'],
      'Choose how its days are written',
    );
  }
  const meanings = {
    appointment: ['', 'leave-out', ...kinds.map(({ key }) => key)],
    requirement: ['', 'leave-out', ...requirements.map(({ key }) => key)],
  };
  const words: Words = { appointment: {}, requirement: {} };
  for (const [index, { field, word }] of plan.unknownWords.entries()) {
    const meaning = fields.choice(`word-${index}`, meanings[field], 'Choose what it means');
    if (meaning !== '') words[field][sameWords(word)] = meaning;
  }
  return fields.parsed({ words, choices: { days, people: readPeople(form, plan) } });
}

/** Only what was asked, and only those who were offered. */
function readPeople(form: FormData, plan: Plan): Choices['people'] {
  const people: Choices['people'] = {};
  for (const { rowId, candidates, canBeNew } of plan.whoQuestions) {
    const chosen = form.get(`person-${rowId}`);
    const candidate = candidates.find(({ personId }) => String(personId) === chosen);
    if (candidate) people[rowId] = candidate.personId;
    else if (canBeNew && chosen === 'new') people[rowId] = 'new';
  }
  return people;
}

/** Which of the wrong rows that were shown are left out; the others stay as they were. */
export function parseLeftOut(
  form: FormData,
  plan: Plan,
  before: string[],
): Pick<Choices, 'leftOut' | 'leaveOutWrong'> {
  const known = new Set(plan.rows.map(({ id }) => id));
  const shown = new Set(form.getAll('shown'));
  const ticked = form.getAll('out').filter((id) => typeof id === 'string' && known.has(id));
  const kept = before.filter((id) => !shown.has(id));
  return {
    leftOut: [...new Set([...kept, ...(ticked as string[])])],
    leaveOutWrong: form.get('leaveOutWrong') === 'yes',
  };
}

/** The last days of those who are not in the list; empty: nothing happens to them. */
export function parseLeavers(form: FormData, plan: Plan): Parsed<{ leavers: Record<string, Day> }> {
  const fields = new Fields(form);
  const leavers: Record<string, Day> = {};
  for (const { personId, name } of plan.leavers) {
    const lastDay = fields.optionalDay(`leaver-${personId}`, { what: `The last day of ${name}` });
    if (lastDay !== null) leavers[personId] = lastDay;
  }
  return fields.parsed({ leavers });
}
