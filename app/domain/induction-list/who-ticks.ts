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
  ticker: Ticker;
  /** What the other side said, with the records that the other account opens. */
  other: (Pick<Tick, 'accountId'> & { personIds: readonly number[] }) | null;
};

const LEADS = ['dsl', 'deputy-dsl'];

/** Do these kinds of appointment make somebody a lead or a deputy? */
export function isLead(kinds: readonly string[]): boolean {
  return kinds.some((kind) => LEADS.includes(kind));
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

function whyNotResponsible({ responsible, ticker }: Ticking, isOwn: boolean): string | null {
  if (isOwn) return 'These are your own first weeks: somebody else has to tick this side';
  return answersFor(responsible, ticker.kinds)
    ? null
    : 'This is ticked by whoever answers for it, or by a lead';
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
