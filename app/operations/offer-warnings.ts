import type { Transaction } from '#app/data/database.ts';
import { insertWarning, setDealtWith } from '#app/data/offer-changes.ts';
import { findWarning, type KeptWarning, listWarnings } from '#app/data/offer-warnings.ts';
import { freeKey } from '#app/domain/keys.ts';
import type { OfferWarning } from '#app/domain/offer/section.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

/** Notes something that is out of date or wrong in the school's own document. */
export function addWarning(
  act: Act,
  warning: Omit<OfferWarning, 'key'>,
): Promise<{ warningId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const taken = new Set(listWarnings(transaction, schoolId).map(({ key }) => key));
    const key = freeKey(warning.says, taken, { otherwise: 'warning' });
    const warningId = insertWarning(transaction, schoolId, { key, ...warning });
    audit({ action: 'warning.added', about: warning.place, after: warning });
    return { warningId };
  });
}

/** Notes what was done about a warning. Throws Refusal. */
export function dealWithWarning(
  act: Act,
  { warningId, how }: { warningId: number; how: string },
): Promise<{ warningId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const warning = requireWarning(transaction, schoolId, warningId);
    if (warning.dealtWithOn !== null) {
      throw new Refusal('conflict', 'Somebody has noted already what was done about this');
    }
    setDealtWith(transaction, { schoolId, warningId }, { on: act.today, how });
    audit({ action: 'warning.dealt-with', about: warning.place, after: { whatWasDone: how } });
    return { warningId };
  });
}

/** Opens a warning again: what was done was not enough. Throws Refusal. */
export function reopenWarning(
  act: Act,
  { warningId }: { warningId: number },
): Promise<{ warningId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { place, dealtWith, dealtWithOn } = requireWarning(transaction, schoolId, warningId);
    if (dealtWithOn === null) throw new Refusal('conflict', 'This is open already');
    setDealtWith(transaction, { schoolId, warningId }, { on: null, how: null });
    audit({ action: 'warning.reopened', about: place, before: { whatWasDone: dealtWith } });
    return { warningId };
  });
}

function requireWarning(transaction: Transaction, schoolId: number, id: number): KeptWarning {
  const warning = findWarning(transaction, schoolId, id);
  if (!warning) throw new Refusal('not-found', 'There is no such warning');
  return warning;
}
