import type { Reader, Transaction } from '#app/data/database.ts';
import { kindsTaught } from '#app/data/kinds-taught.ts';
import { countAppointmentsOf } from '#app/data/people-changes.ts';
import { listAppointmentKinds, policyOf } from '#app/data/policy.ts';
import {
  deleteAppointmentKind,
  insertAppointmentKind,
  renameAppointmentKind,
} from '#app/data/school-settings.ts';
import type { Category, Policy } from '#app/domain/types.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

export type AddAppointmentKind = { label: string; category: Category };

/** Adds a kind of appointment that this school has beside the others. Throws Refusal. */
export function addAppointmentKind(
  act: Act,
  { label, category }: AddAppointmentKind,
): Promise<{ kindId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const kinds = listAppointmentKinds(transaction, schoolId);
    requireFreeLabel(kinds, label);
    const key = freeKey(
      kinds.map((kind) => kind.key),
      label,
    );
    const kindId = insertAppointmentKind(transaction, { schoolId, key, label, category });
    audit({ action: 'appointment-kind.added', about: label, after: { key, label, category } });
    return { kindId };
  });
}

/** Calls a kind of appointment something else. Its category stays. Throws Refusal. */
export function changeAppointmentKind(
  act: Act,
  { kindId, label }: { kindId: number; label: string },
): Promise<{ kindId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const kind = requireKnownKind(transaction, schoolId, kindId);
    const others = listAppointmentKinds(transaction, schoolId).filter(({ id }) => id !== kindId);
    requireFreeLabel(others, label);
    renameAppointmentKind(transaction, kindId, label);
    audit({
      action: 'appointment-kind.renamed',
      about: label,
      before: { label: kind.label },
      after: { label },
    });
    return { kindId };
  });
}

/** Takes away a kind that nobody ever held and that no rule, quiz or section names. Throws Refusal. */
export function removeAppointmentKind(
  act: Act,
  { kindId }: { kindId: number },
): Promise<{ kindId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const kind = requireKnownKind(transaction, schoolId, kindId);
    if (!isKindFree(transaction, schoolId, kind)) {
      const message = `${kind.label} is in use, by somebody's appointment, a requirement, a quiz or the offer`;
      throw new Refusal('conflict', message);
    }
    deleteAppointmentKind(transaction, kindId);
    const { key, label, category } = kind;
    audit({ action: 'appointment-kind.removed', about: label, before: { key, label, category } });
    return { kindId };
  });
}

/** Can a kind be taken away? Nobody ever held it, and no rule, quiz or section names it. */
export function isKindFree(
  reader: Reader,
  schoolId: number,
  { id, key }: { id: number; key: string },
): boolean {
  return (
    countAppointmentsOf(reader, id) === 0 &&
    !kindsNamedIn(policyOf(reader, schoolId)).has(key) &&
    !kindsTaught(reader, schoolId).has(key)
  );
}

/** The kinds that the school's own rules name one by one. */
function kindsNamedIn(policy: Policy): Set<string> {
  const lines = policy.requirements.flatMap(({ versions }) =>
    versions.flatMap((version) => version.lines),
  );
  const inRules = lines.flatMap(({ audience }) => audience.kinds);
  const inCover = policy.cover.flatMap(({ parts }) => parts.flatMap(({ kinds }) => kinds));
  return new Set([...inRules, ...inCover]);
}

function requireKnownKind(transaction: Transaction, schoolId: number, kindId: number) {
  const kind = listAppointmentKinds(transaction, schoolId).find(({ id }) => id === kindId);
  if (!kind) throw new Refusal('not-found', 'There is no such kind of appointment');
  return kind;
}

function requireFreeLabel(kinds: { label: string }[], label: string): void {
  const same = (one: string) => one.toLocaleLowerCase('en-GB');
  if (kinds.some((kind) => same(kind.label) === same(label))) {
    throw new Refusal('wrong', `There is a kind of appointment called ${label} already`, 'label');
  }
}

/** "Head of kitchen" is `head-of-kitchen`, or `head-of-kitchen-2` where that is taken. */
function freeKey(taken: string[], label: string): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const base = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'appointment';
  let key = base;
  for (let number = 2; taken.includes(key); number++) key = `${base}-${number}`;
  return key;
}
