import { inWords } from '#app/domain/days.ts';
import { IMPORT_KIND_LABELS, type Plan, type Question } from '#app/domain/import/types.ts';

const MOST_SHOWN = 50;

/** Prints what an import would do: what is asked and wrong first, then what is new and changed. */
export function printPlan(plan: Plan, otherSheets: string[]): void {
  console.log(IMPORT_KIND_LABELS[plan.kind]);
  if (plan.notRead.length > 0) console.log(`Columns not read: ${plan.notRead.join(', ')}`);
  if (otherSheets.length > 0) console.log(`Worksheets not read: ${otherSheets.join(', ')}`);
  for (const question of plan.questions) console.log(`  ? ${questionInWords(question)}`);
  for (const { word, rows } of plan.unknownWords) console.log(`  ? "${word}" (${rows}): not known`);
  printWrong(plan);
  printRows(plan, 'new');
  printRows(plan, 'changed');
  printLeavers(plan);
  const { counts } = plan;
  console.log(
    `\n${counts.new} new, ${counts.changed} changed, ${counts.same} same, ${counts.wrong} wrong, ${counts['left-out']} left out`,
  );
}

function questionInWords(question: Question): string {
  switch (question.kind) {
    case 'missing':
      return question.todo;
    case 'column':
      return `Which training is in "${question.heading}" (${question.examples.join(', ')})? Map it on the page.`;
    case 'days':
      return `"${question.heading}" holds ${question.example}, which only fits with the month first. Is the whole column so? Then add --month-first; otherwise correct it.`;
  }
}

function printWrong(plan: Plan): void {
  const wrong = plan.rows.filter(({ outcome }) => outcome === 'wrong');
  for (const { row, who, problems } of wrong.slice(0, MOST_SHOWN)) {
    const said = problems.map(({ column, read, todo }) => `${column} "${read}": ${todo}`);
    console.log(`  wrong    row ${row}, ${who}: ${said.join('; ')}`);
  }
  printMore(wrong.length);
}

function printRows(plan: Plan, outcome: 'new' | 'changed'): void {
  const rows = plan.rows.filter((row) => row.outcome === outcome);
  for (const { row, who, what, notes } of rows.slice(0, MOST_SHOWN)) {
    const more = notes.length > 0 ? ` (${notes.join('; ')})` : '';
    console.log(`  ${outcome.padEnd(8)} row ${row}, ${who}: ${what}${more}`);
  }
  printMore(rows.length);
}

function printLeavers({ leavers }: Plan): void {
  for (const { name, ref, holds, lastDay } of leavers.slice(0, MOST_SHOWN)) {
    const day = lastDay ? `last day ${inWords(lastDay)}` : 'give the last day on the page';
    console.log(`  not in the list: ${name}, ${ref} (${holds.join(', ')}): ${day}`);
  }
  printMore(leavers.length);
}

function printMore(all: number): void {
  if (all > MOST_SHOWN) console.log(`  … and ${all - MOST_SHOWN} more`);
}
