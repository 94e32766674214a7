import { type Day, isWithin } from '../days.ts';
import type { PersonFacts } from '../types.ts';
import type { Side, Tick } from './list.ts';

/** Who wants to tick, as far as it bears on whether they may. */
export type Ticker = {
  /** The account; null: a command on the machine itself. */
  accountId: number | null;
  /** The records that this account opens. */
  personIds: readonly number[];
  /** The kinds of appointment that they hold at this school today. */
  kinds: readonly string[];
};

export type Ticking = {
  side: Side;
  /** Whose first weeks they are. */
  personId: number;
  /** Can the starter tick here themselves? */
  hasAccount: boolean;
  /** The kind of appointment that answers for the step. */
  responsible: string;
  /** The records of the leads and deputies who are here, but for whoever starts. */
  leadIds: readonly number[];
  ticker: Ticker;
  /** What the other side said, with the records that the other account opens. */
  other: (Pick<Tick, 'accountId'> & { personIds: readonly number[] }) | null;
};

const LEADS = ['dsl', 'deputy-dsl'];

/** Do these kinds of appointment make somebody a lead or a deputy? */
export function isLead(kinds: readonly string[]): boolean {
  return kinds.some((kind) => LEADS.includes(kind));
}

/** The leads and deputies in post on a day and not away, but for those records. */
export function leadIdsHere(
  people: readonly PersonFacts[],
  exceptIds: readonly number[],
  on: Day,
): number[] {
  return people
    .filter(({ id }) => !exceptIds.includes(id))
    .filter(({ absences }) => !absences.some(({ from, to }) => isWithin(on, from, to)))
    .filter(({ appointments }) =>
      isLead(appointments.filter(({ from, to }) => isWithin(on, from, to)).map(kindOf)),
    )
    .map(({ id }) => id);
}

function kindOf({ kind }: { kind: string }): string {
  return kind;
}

/**
 * Does somebody with these kinds of appointment answer for a step? Whoever holds its kind, and the
 * leads and deputies, who stand in wherever nobody else comes to it.
 */
export function answersFor(responsible: string, kinds: readonly string[]): boolean {
  return kinds.includes(responsible) || isLead(kinds);
}

/**
 * Why somebody may not tick this side of a step, or take their tick back; null where they may. The
 * two sides are never one person's: not by two accounts, and not by a sheet that one of them enters.
 */
export function whyNotTick(ticking: Ticking): string | null {
  const { side, ticker, personId } = ticking;
  const isOwn = ticker.personIds.includes(personId);
  const why =
    side === 'starter' ? whyNotStarter(ticking, isOwn) : whyNotResponsible(ticking, isOwn);
  if (why !== null) return why;
  return ticking.other !== null && isSamePerson(ticker, ticking.other)
    ? 'The other side was ticked by you: somebody else has to tick this one'
    : null;
}

function whyNotStarter({ hasAccount, ticker }: Ticking, isOwn: boolean): string | null {
  if (isOwn) return null;
  if (!isLead(ticker.kinds)) return 'This is ticked by whoever starts';
  return hasAccount ? 'They have an account, and tick their own side there' : null;
}

function whyNotResponsible(ticking: Ticking, isOwn: boolean): string | null {
  const { responsible, ticker } = ticking;
  if (isOwn) return 'These are your own first weeks: somebody else has to tick this side';
  const isLeft = ticker.kinds.includes('headteacher') && !isLeadLeft(ticking);
  return isLeft || answersFor(responsible, ticker.kinds)
    ? null
    : 'This is ticked by whoever answers for it, or by a lead';
}

/**
 * Is a lead or deputy here who may tick the school's side? Where the only one starts, or entered what
 * the starter signed, the headteacher may: nobody else is left.
 */
function isLeadLeft({ leadIds, other }: Ticking): boolean {
  return leadIds.some((id) => !other?.personIds.includes(id));
}

/** One account, or two that open one record. What came from a file is nobody's here. */
function isSamePerson(
  ticker: Ticker,
  other: { accountId: number | null; personIds: readonly number[] },
): boolean {
  if (ticker.accountId === null || other.accountId === null) return false;
  if (ticker.accountId === other.accountId) return true;
  return ticker.personIds.some((id) => other.personIds.includes(id));
}
