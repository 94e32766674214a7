import { deleteAbsence, insertAbsence, listAbsences, updateAbsence } from '#app/data/absences.ts';
import type { Transaction } from '#app/data/database.ts';
import type { Day } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { overlaps, requireOrder, requirePerson, type Span, spanInWords } from './require-person.ts';

/** `to` is the last day away; null: not known yet. Never why. */
export type RecordAbsence = { personId: number; from: Day; to: Day | null };

/** Notes a long absence. Throws Refusal. */
export function recordAbsence(act: Act, command: RecordAbsence): Promise<{ absenceId: number }> {
  const schoolId = requireSchool(act);
  const { personId, from, to } = command;
  return carryOut(act, (transaction, audit) => {
    const person = requirePerson(transaction, schoolId, personId);
    requireFits(transaction, personId, command);
    const absenceId = insertAbsence(transaction, { personId, startsOn: from, endsOn: to });
    audit({
      action: 'absence.recorded',
      personId,
      about: `${person.name}, ${spanInWords(command)}`,
      after: { absence: absenceId, from, to },
    });
    return { absenceId };
  });
}

/** Changes the days of an absence: its last day once it is known. Throws Refusal. */
export function changeAbsence(
  act: Act,
  { personId, absenceId, from, to }: RecordAbsence & { absenceId: number },
): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const person = requirePerson(transaction, schoolId, personId);
    const before = requireAbsence(transaction, personId, absenceId);
    requireFits(transaction, personId, { from, to }, absenceId);
    updateAbsence(transaction, absenceId, { startsOn: from, endsOn: to });
    audit({
      action: 'absence.changed',
      personId,
      about: `${person.name}, ${spanInWords({ from, to })}`,
      before: { absence: absenceId, from: before.from, to: before.to },
      after: { absence: absenceId, from, to },
    });
    return { personId };
  });
}

/** Takes away an absence that was entered wrongly. Throws Refusal. */
export function removeAbsence(
  act: Act,
  { personId, absenceId }: { personId: number; absenceId: number },
): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const person = requirePerson(transaction, schoolId, personId);
    const before = requireAbsence(transaction, personId, absenceId);
    deleteAbsence(transaction, absenceId);
    audit({
      action: 'absence.removed',
      personId,
      about: `${person.name}, ${spanInWords(before)}`,
      before: { absence: absenceId, from: before.from, to: before.to },
    });
    return { personId };
  });
}

function requireAbsence(transaction: Transaction, personId: number, absenceId: number) {
  const absence = listAbsences(transaction, personId).find(({ id }) => id === absenceId);
  if (!absence) throw new Refusal('not-found', 'There is no such absence');
  return absence;
}

function requireFits(
  transaction: Transaction,
  personId: number,
  span: Span,
  exceptId: number | null = null,
): void {
  requireOrder(span);
  const other = listAbsences(transaction, personId).find(
    (one) => one.id !== exceptId && overlaps(one, span),
  );
  if (!other) return;
  const message = `An absence ${spanInWords(other)} is entered already: change that one`;
  throw new Refusal('wrong', message, 'from');
}
