import { type Day, inWords } from '#app/domain/days.ts';
import { type Context, countUnknown, problemWith, type Row, read } from './context.ts';
import type { Identity } from './people.ts';
import { readDayField } from './row-days.ts';
import { identityOf } from './row-people.ts';
import { kindTitled } from './titles.ts';
import type { Problem } from './types.ts';
import { fullName, sameWords } from './words.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LONGEST_NAME = 100;

export function readIdentity(context: Context, row: Row, problems: Problem[]): Identity {
  const who = identityOf(context, row);
  if (fullName(who) === '') problems.push(problemWith(context, row, 'name', 'Enter the name'));
  if (Math.max(who.firstName.length, who.lastName.length, who.ref.length) > LONGEST_NAME) {
    problems.push(problemWith(context, row, 'name', `Shorten it to ${LONGEST_NAME} characters`));
  }
  if (who.email !== '' && !EMAIL.test(who.email)) {
    problems.push(problemWith(context, row, 'email', 'Enter an e-mail address, or leave it empty'));
  }
  return who;
}

export type ReadAppointment = { kind: string; from: Day | null; to: Day | null };

/** A cell may name several appointments, one a line or parted by `;` or `|`. */
export function readAppointments(
  context: Context,
  row: Row,
  problems: Problem[],
): ReadAppointment[] {
  const from = readDayField(context, row, 'from', problems);
  const to = readDayField(context, row, 'to', problems);
  if (from && to && to < from) {
    problems.push(problemWith(context, row, 'to', 'The last day is before the first; correct it'));
  }
  const titles = read(context, row, 'appointment')
    .split(/[;|\n]/)
    .map((title) => title.trim())
    .filter(Boolean);
  if (titles.length === 0 && !saysNoAppointment(context, row)) {
    problems.push(problemWith(context, row, 'appointment', 'Enter the role or job title'));
  }
  return titles.flatMap((title) => {
    const kind = kindOf(context, title);
    if (kind) return [{ kind, from, to }];
    countUnknown(context, 'appointment', title);
    const todo = 'Say which appointment this title is, or leave it out';
    problems.push({ ...problemWith(context, row, 'appointment', todo), read: title });
    return [];
  });
}

/** Our own files hold people who never had an appointment, too. */
function saysNoAppointment(context: Context, row: Row): boolean {
  const isOurs = context.columns.has('left') && read(context, row, 'person_id') !== '';
  return isOurs && read(context, row, 'from') === '' && read(context, row, 'to') === '';
}

function kindOf(context: Context, title: string): string | null {
  const { kinds } = context.known;
  const mapped = context.mapping.words.appointment[sameWords(title)];
  if (mapped) return kinds.some(({ key }) => key === mapped) ? mapped : null;
  return kindTitled(title, kinds)?.key ?? null;
}

export function describeAppointment(context: Context, { kind, from, to }: ReadAppointment): string {
  const label = context.known.kinds.find(({ key }) => key === kind)?.label ?? kind;
  const days = [from && `from ${inWords(from)}`, to && `to ${inWords(to)}`].filter(Boolean);
  return [label, ...days].join(' ');
}
