import { type Count, countOf, type Share } from './counting.ts';
import { type CoverFigure, coverFigures, type SchoolDay } from './dashboard/dashboard.ts';
import { overdueOf, wholeRowsOf, wholeShare } from './dashboard/shares.ts';
import { coverWords, shownShare } from './dashboard/words.ts';
import { addDays, type Day, inWords } from './days.ts';
import { type Shown, shownCount } from './small-groups.ts';
import type { PersonFacts, Policy } from './types.ts';

/** One school of a trust in figures, fit to be shown: nobody is named, small groups are in words. */
export type SchoolSummary = {
  /** Cover holds, see `isSecure`. */
  isSecure: boolean;
  noticeDays: number;
  cover: CoverFigure[];
  /** In date for everything that law and statutory guidance ask. */
  guidance: Shown;
  everything: Shown;
  /** Overdue for more than 90 days, told only where `everything` is told in figures. */
  longOverdue: { n: number; of: number } | null;
  /** Papers that wait for a check. */
  waiting: number;
};

export type NamedSummary = SchoolSummary & { id: number; name: string; shortName: string };

/** What is told of a school on the page of its trust. */
export function summaryOf(
  policy: Policy,
  people: readonly PersonFacts[],
  { on, rows }: SchoolDay,
): SchoolSummary {
  const whole = wholeRowsOf(policy, rows);
  const overdue = overdueOf(whole);
  const cover = coverFigures(policy, people, on);
  const everything = shownCount(countOfShare(wholeShare(whole, 'everything')));
  const papers = rows.flatMap(({ standings }) =>
    standings.flatMap(({ awaitingCheck }) => awaitingCheck?.id ?? []),
  );
  return {
    isSecure: isSecure(cover, policy.noticeDays, on),
    noticeDays: policy.noticeDays,
    cover,
    guidance: shownCount(countOfShare(wholeShare(whole, 'guidance'))),
    everything,
    longOverdue:
      typeof everything === 'string' ? null : { n: overdue.ageing.over90, of: overdue.of },
    waiting: new Set(papers).size,
  };
}

function countOfShare({ inDate, of }: Share): Count {
  return { ...countOf([]), of, inDate, overdue: of - inDate };
}

/**
 * A school is secure when it has a rule for the cover of its leads, and each of its cover rules holds
 * today and is not known to fail within the school's notice days.
 */
export function isSecure(cover: readonly CoverFigure[], noticeDays: number, on: Day): boolean {
  const until = addDays(on, noticeDays);
  const isGood = ({ failsOn }: CoverFigure) => failsOn === null || failsOn > until;
  return cover.some(({ isLeads }) => isLeads) && cover.every(isGood);
}

/** The first cover of the school to fail; null where none is known to. */
function firstToFail(cover: readonly CoverFigure[]): CoverFigure | null {
  const failing = cover.filter(({ failsOn }) => failsOn !== null);
  return failing.sort((a, b) => compare(a.failsOn!, b.failsOn!))[0] ?? null;
}

/** Worst first: whose cover is not secure, by its first bad day; then by share in date. */
export function worstFirst<S extends NamedSummary>(schools: readonly S[]): S[] {
  return [...schools].sort(
    (a, b) =>
      Number(a.isSecure) - Number(b.isSecure) ||
      (a.isSecure ? 0 : compare(firstBadDay(a), firstBadDay(b))) ||
      shareOf(a.guidance) - shareOf(b.guidance) ||
      a.name.localeCompare(b.name, 'en-GB'),
  );
}

/** A school with no rule for its leads' cover has nothing that could fail: it comes first. */
function firstBadDay({ cover }: NamedSummary): string {
  if (!cover.some(({ isLeads }) => isLeads)) return '';
  return firstToFail(cover)?.failsOn ?? '9999-12-31';
}

/** For the order alone: "not all" is worse than any figure, nobody at all is none of our worries. */
function shareOf(shown: Shown): number {
  if (typeof shown !== 'string') return (shown.inDate + shown.dueSoon) / shown.of;
  return shown === 'not-all' ? 0 : 1;
}

/** The page's answer: "3 of 5 schools are secure; Grange's DSL cover fails on 2 January 2027." */
export function trustAnswer(schools: readonly NamedSummary[]): string {
  if (schools.length === 0) return 'There is no school in the trust yet.';
  const secure = schools.filter((school) => school.isSecure).length;
  const share = `${secure} of ${schools.length} ${schools.length === 1 ? 'school is' : 'schools are'} secure`;
  const worst = worstFirst(schools)[0]!;
  return worst.isSecure ? `${share}.` : `${share}; ${worstInWords(worst)}.`;
}

function worstInWords({ shortName, cover }: NamedSummary): string {
  if (!cover.some(({ isLeads }) => isLeads)) return `${shortName} has no rule for DSL cover`;
  const failing = firstToFail(cover)!;
  if (!failing.securesToday) return `${possessive(shortName)} ${failing.name} fails today`;
  return `${possessive(shortName)} ${failing.name} fails on ${inWords(failing.failsOn!)}`;
}

/** A line of the trust's page and file. */
export type TrustRow = {
  id: number;
  isSecure: boolean;
  school: string;
  secure: string;
  cover: string;
  guidance: string;
  everything: string;
  longOverdue: string;
  waiting: string;
};

export const TRUST_COLUMNS = [
  { key: 'school', head: 'School' },
  { key: 'secure', head: 'Secure' },
  { key: 'cover', head: 'Cover' },
  { key: 'guidance', head: 'In date for all that law and guidance ask' },
  { key: 'everything', head: 'In date for everything' },
  { key: 'longOverdue', head: 'Overdue over 90 days' },
  { key: 'waiting', head: 'Papers that wait for a check' },
] as const;

/** Every school in words, worst first. */
export function trustRows(schools: readonly NamedSummary[]): TrustRow[] {
  return worstFirst(schools).map((school) => ({
    id: school.id,
    isSecure: school.isSecure,
    school: school.name,
    secure: school.isSecure ? 'Secure' : 'Not secure',
    cover: coverInWords(school.cover),
    guidance: peopleShown(school.guidance),
    everything: peopleShown(school.everything),
    longOverdue: school.longOverdue ? shareOfPeople(school.longOverdue) : 'not told',
    waiting: String(school.waiting),
  }));
}

/** How the cover stands: that of the leads, and whichever other fails first. */
function coverInWords(cover: readonly CoverFigure[]): string {
  const leads = cover.filter(({ isLeads }) => isLeads);
  const worst = firstToFail(cover.filter(({ isLeads }) => !isLeads));
  const told = [...leads, ...(worst ? [worst] : [])].map((one) => `${one.name} ${coverWords(one)}`);
  return (leads.length === 0 ? ['No rule for DSL cover', ...told] : told).join('; ');
}

function peopleShown(shown: Shown): string {
  if (typeof shown === 'string') return shownShare(shown);
  return `${shownShare(shown)}, ${shown.overdue} overdue`;
}

function shareOfPeople({ n, of }: { n: number; of: number }): string {
  return `${n} of ${of}`;
}

/** "Grange’s". */
function possessive(name: string): string {
  return `${name}’s`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
