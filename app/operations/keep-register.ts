import { createHash } from 'node:crypto';
import type { Transaction } from '#app/data/database.ts';
import { addSittingFiles, claimFiles } from '#app/data/evidence.ts';
import { readSchoolFacts } from '#app/data/facts.ts';
import { findPeople } from '#app/data/people.ts';
import {
  findRegister,
  listRegisterMarks,
  removeRegisterMarks,
  writeRegisterMarks,
} from '#app/data/registers.ts';
import { raiseFactsVersion } from '#app/data/schools.ts';
import type { Attendance, Register, RegisterMark } from '#app/domain/sessions/register.ts';
import { figuresOfRegister, wholeOf } from '#app/domain/sessions/register.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import { type Act, carryOutAside, Refusal, requireSchool } from './act.ts';
import { requireOpenSitting, type SittingAt, sittingNamed } from './require-session.ts';

/** What is done with a register beside keeping its ticks. */
export type RegisterStep =
  | { kind: 'save' | 'everybody-there' | 'nobody-there' }
  | { kind: 'add' | 'not-expected' | 'expect' | 'take-off'; personId: number };

/** What was ticked of somebody: nothing, where nothing is said yet. */
export type Tick = { personId: number; attendance: Attendance | null; minutes: number | null };

export type KeepRegister = SittingAt & {
  /** What the form began from: see `beginningOfRegister`. */
  began: string;
  ticks: Tick[];
  step: RegisterStep;
  /** Photographs of the signed sheet that were handed in with it. */
  files: string[];
};

/**
 * Names what is kept of a register, for whoever begins to change it: where it has another name when they
 * save, somebody else has kept it meanwhile.
 */
export function beginningOfRegister(marks: readonly RegisterMark[]): string {
  const says = marks.map(({ personId, expected, attendance, minutes }) => {
    return [personId, expected, attendance, minutes];
  });
  return createHash('sha256').update(JSON.stringify(says)).digest('hex');
}

/**
 * Keeps what a register says while it is open, and does one thing beside. It bears on no status: only a
 * register that is made final records anything. Before its day nobody can have been there. Throws Refusal.
 */
export function keepRegister(act: Act, command: KeepRegister): Promise<{ sittingId: number }> {
  const schoolId = requireSchool(act);
  return carryOutAside(act, (transaction, audit) => {
    const { session, sitting } = requireOpenSitting(transaction, schoolId, command);
    const marks = listRegisterMarks(transaction, [sitting.id]).get(sitting.id) ?? [];
    requireUntouched(marks, command.began);
    const { people } = readSchoolFacts(act.database, schoolId);
    const before = findRegister(transaction, people, session, sitting);
    const isToCome = sitting.heldOn > act.today;
    if (!isToCome) {
      const said = ticked(before, command).map((mark) => wholeOf(mark, sitting.minutes));
      writeRegisterMarks(transaction, sitting.id, said);
    }
    takeStep(transaction, schoolId, before, { ...command, isToCome });
    keepFiles(transaction, act, sitting.id, command.files);
    // Who is ticked at a mop-up has something arranged: the list of a closed session says so.
    if (session.closedOn !== null) raiseFactsVersion(transaction, schoolId);
    const { entries, notExpected } = findRegister(transaction, people, session, sitting);
    const { there, inPart, expected } = figuresOfRegister(entries);
    audit({
      action: 'register.kept',
      about: sittingNamed(session, sitting),
      after: { sittingId: sitting.id, expected, there, inPart, notExpected: notExpected.length },
    });
    return { sittingId: sitting.id };
  });
}

/** Refused where the register says something else than the form began from. Throws Refusal. */
export function requireUntouched(marks: readonly RegisterMark[], began: string): void {
  if (beginningOfRegister(marks) !== began) {
    const message =
      'Somebody else has kept this register since you opened it. What you ticked stands below. Look at theirs first: saved again, yours takes its place';
    throw new Refusal('conflict', message);
  }
}

/**
 * Of those on the register alone: whoever left it meanwhile is left out. Of whom it was final that they
 * missed it, that is said until they are ticked.
 */
function ticked(
  { entries }: Register<PersonFacts>,
  { ticks, step: { kind } }: KeepRegister,
): RegisterMark[] {
  const byPerson = new Map(ticks.map((tick) => [tick.personId, tick]));
  return entries.map(({ person: _, ...entry }) => {
    const { attendance, minutes } = byPerson.get(entry.personId) ?? entry;
    const unticked = entry.attendance === 'not-there' ? ('not-there' as const) : null;
    if (kind === 'nobody-there') return { ...entry, attendance: unticked, minutes: null };
    const isAll = kind === 'everybody-there' && attendance !== 'in-part';
    return { ...entry, attendance: isAll ? 'there' : (attendance ?? unticked), minutes };
  });
}

function takeStep(
  transaction: Transaction,
  schoolId: number,
  { entries, notExpected }: Register<PersonFacts>,
  { step, sittingId, isToCome }: KeepRegister & { isToCome: boolean },
): void {
  if (!('personId' in step)) return;
  const { kind, personId } = step;
  if (findPeople(transaction, schoolId, [personId]).length === 0) {
    throw new Refusal('not-found', 'There is no such person');
  }
  const entry = entries.find((one) => one.personId === personId);
  const isOut = notExpected.some(({ id }) => id === personId);
  const write = (mark: Omit<RegisterMark, 'personId'>) =>
    writeRegisterMarks(transaction, sittingId, [{ personId, ...mark }]);
  const nothing = { attendance: null, minutes: null };
  if (kind === 'add' && !entry) {
    write({ ...nothing, expected: 'added', attendance: isToCome ? null : 'there' });
  }
  if (kind === 'not-expected' && entry) write({ expected: 'not-expected', ...nothing });
  if (kind === 'expect' && isOut) write({ expected: 'expected', ...nothing });
  if (kind === 'take-off' && entry) removeRegisterMarks(transaction, sittingId, [personId]);
}

function keepFiles(
  transaction: Transaction,
  { actor }: Act,
  sittingId: number,
  tokens: string[],
): void {
  if (actor.accountId === null || tokens.length === 0) return;
  addSittingFiles(transaction, sittingId, claimFiles(transaction, actor.accountId, tokens));
}
