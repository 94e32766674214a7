import type { Transaction } from '#app/data/database.ts';
import { withdrawAll } from '#app/data/registers.ts';
import { inWords } from '#app/domain/days.ts';
import type { CreditedCompletion } from '#app/domain/sessions/credits.ts';
import type { WrittenCompletion } from '#app/domain/sessions/difference.ts';
import type { Requirement } from '#app/domain/types.ts';
import { listed } from '#app/domain/words.ts';
import type { Act, Audit } from './act.ts';

/** What a register wrote and does not stand for any more. */
type ToWithdraw = {
  withdraw: readonly WrittenCompletion[];
  credited: readonly Requirement[];
  why: string;
};

/** Withdraws what a register wrote, in the transaction that is open, with an entry for each person. */
export function withdrawWritten(
  act: Act,
  transaction: Transaction,
  audit: Audit,
  { withdraw, credited, why }: ToWithdraw,
): void {
  if (withdraw.length === 0) return;
  withdrawAll(
    transaction,
    withdraw.map(({ completionId }) => completionId),
    { reason: why, withdrawnAt: act.now, withdrawnBy: act.actor.accountId },
  );
  tellEach(withdraw, credited, (personId, about, of) => {
    const days = [...new Set(of.map(({ completedOn }) => inWords(completedOn)))];
    audit({
      action: 'completion.withdrawn',
      personId,
      about: `${about}, ${listed(days)}`,
      before: { completion: of.map(({ completionId }) => completionId) },
      why,
    });
  });
}

/** One entry of the audit for each person, with the names of what was completed. */
export function tellEach<Made extends CreditedCompletion>(
  made: readonly Made[],
  credited: readonly Requirement[],
  tell: (personId: number, about: string, of: Made[]) => void,
): void {
  const names = new Map(credited.map(({ id, name }) => [id, name]));
  for (const [personId, of] of Map.groupBy(made, (one) => one.personId)) {
    tell(personId, listed(of.map((one) => names.get(one.requirementId) ?? 'Training')), of);
  }
}
