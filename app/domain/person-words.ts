import { type Day, inWords } from './days.ts';
import { presenceOn, shownAppointments } from './people-view.ts';
import type { PersonFacts } from './types.ts';
import { listed, sentenceCase } from './words.ts';

/** What somebody is, in a sentence: "Teacher and DSL since 1 September 2026." `labels` by kind. */
export function presenceInWords(
  person: PersonFacts & { leftWithoutDay: boolean },
  labels: ReadonlyMap<string, string>,
  today: Day,
): string {
  const held = shownAppointments(person, today);
  if (held.length === 0) return 'Holds no appointment.';
  const what = sentenceCase(listed([...new Set(held.map(({ kind }) => labels.get(kind) ?? kind))]));
  if (person.leftWithoutDay) return `${what}. Has left, with no last day entered.`;
  const presence = presenceOn(person, today);
  const first = held.map(({ from }) => from).sort()[0] as Day;
  if (presence === 'coming') return `${what} from ${inWords(first)}.`;
  const lastDay = lastDayIn(held.map(({ to }) => to));
  if (presence === 'left') return `${what} until ${inWords(lastDay as Day)}.`;
  const since = sentenceCase(sinceInWords(held, labels));
  return `${since}${lastDay ? `, until ${inWords(lastDay)}` : ''}.`;
}

/** "Teacher since 2 November 2026; governor since 9 November 2026": each day with what began on it. */
function sinceInWords(
  held: readonly { kind: string; from: Day }[],
  labels: ReadonlyMap<string, string>,
): string {
  const days = [...new Set(held.map(({ from }) => from))].sort();
  const began = (day: Day) => held.filter(({ from }) => from === day);
  const labelled = (day: Day) => new Set(began(day).map(({ kind }) => labels.get(kind) ?? kind));
  return days.map((day) => `${listed([...labelled(day)])} since ${inWords(day)}`).join('; ');
}

/** The last of the days; null where one is open. */
function lastDayIn(days: (Day | null)[]): Day | null {
  const known = days.filter((day) => day !== null).sort();
  return known.length === days.length ? (known.at(-1) ?? null) : null;
}

/** "1 September 2026 to 31 August 2027", "since 1 September 2026", "from 4 January 2027". */
export function daysInWords({ from, to }: { from: Day; to: Day | null }, today: Day): string {
  if (to !== null) return `${inWords(from)} to ${inWords(to)}`;
  return `${from <= today ? 'since' : 'from'} ${inWords(from)}`;
}
