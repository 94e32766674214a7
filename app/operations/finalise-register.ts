import { createHash } from 'node:crypto';
import type { NewCompletion } from '#app/data/completions.ts';
import type { Reader, Transaction } from '#app/data/database.ts';
import { type KnownPerson, readSchoolFacts, type SchoolFacts } from '#app/data/facts.ts';
import { listPersonIdsOf } from '#app/data/people.ts';
import {
  addSessionCompletions,
  findRegister,
  listReopenings,
  listWritten,
  removeRegisterMarks,
  writeRegisterMarks,
} from '#app/data/registers.ts';
import { type SittingRecord, setFinal, type WholeSession } from '#app/data/sessions.ts';
import { inWords } from '#app/domain/days.ts';
import { type TrainerStands, trainerStands } from '#app/domain/sessions/cascade.ts';
import { completionsOf } from '#app/domain/sessions/credits.ts';
import {
  differenceOf,
  type RegisterDifference,
  type WrittenWith,
  withdrawnByRegister,
} from '#app/domain/sessions/difference.ts';
import { isThere, type RegisterEntry } from '#app/domain/sessions/register.ts';
import { waitsForCheck } from '#app/domain/sessions/waits.ts';
import type { Requirement } from '#app/domain/types.ts';
import { type Act, type Audit, carryOut, Refusal, requireSchool } from './act.ts';
import { creditedOn, requireOpenSitting, type SittingAt, sittingNamed } from './require-session.ts';
import { tellEach, withdrawWritten } from './withdraw-written.ts';

/** What making a register final comes to: shown before it is done, and then done. */
export type FinalPreview = {
  entries: RegisterEntry<KnownPerson>[];
  /** Of whom something was ticked, and who are not on the register any more. */
  left: KnownPerson[];
  credited: Requirement[];
  difference: RegisterDifference;
  /** With what each completion is written. */
  fields: WrittenWith;
  /** Null where the session asks nothing of its trainer. */
  trainer: TrainerStands | null;
  /** Why the register was opened last; null where it was never final. */
  reopenedFor: string | null;
  /** Names what is shown: see `FinaliseRegister`. */
  began: string;
};

/** A sitting, and the account that makes its register final. */
export type FinalisedBy = {
  session: WholeSession;
  sitting: SittingRecord;
  /** Null: a command on the machine itself. */
  accountId: number | null;
};

/** What would be recorded and withdrawn if the register of a sitting were made final now. */
export function previewFinal(
  reader: Reader,
  { policy, people }: SchoolFacts,
  { session, sitting, accountId }: FinalisedBy,
): FinalPreview {
  const { entries, left } = findRegister(reader, people, session, sitting);
  const credited = creditedOn(policy, session, sitting.heldOn);
  const reasons = listReopenings(reader, sitting.id).map(({ reason }) => reason);
  const written = listWritten(reader, sitting.id, new Set(reasons.map(withdrawnByRegister)));
  const wanted = completionsOf(entries, credited);
  const own = accountId === null ? [] : listPersonIdsOf(reader, accountId);
  const needsCheck = waitsForCheck(wanted, own);
  const fields = { completedOn: sitting.heldOn, provider: session.trainer, needsCheck };
  const difference = differenceOf(written, wanted, fields);
  return {
    entries,
    left,
    credited,
    difference,
    fields,
    trainer: cascadeOf({ policy, people }, session, sitting),
    reopenedFor: reasons.at(-1) ?? null,
    began: nameOf(entries, credited, difference),
  };
}

/** Does the trainer hold what the session asks of them on the day of a sitting? Null: it asks nothing. */
export function cascadeOf(
  { policy, people }: SchoolFacts,
  { trainer: name, trainerPersonId, trainerHoldsId }: WholeSession,
  { heldOn }: Pick<SittingRecord, 'heldOn'>,
): TrainerStands | null {
  const requirement = policy.requirements.find(({ id }) => id === trainerHoldsId);
  if (!requirement) return null;
  const person = people.find(({ id }) => id === trainerPersonId) ?? null;
  return trainerStands(policy, { person, name }, requirement, heldOn);
}

function nameOf(
  entries: FinalPreview['entries'],
  credited: Requirement[],
  { add, withdraw }: RegisterDifference,
): string {
  const says = [
    entries.map(({ personId, attendance, minutes }) => [personId, attendance, minutes]),
    credited.map(({ id }) => id),
    add.map(({ personId, requirementId }) => [personId, requirementId]),
    withdraw.map(({ completionId }) => completionId),
  ];
  return createHash('sha256').update(JSON.stringify(says)).digest('hex');
}

export type FinaliseRegister = SittingAt & {
  /** What the preview showed: where it would show something else now, nothing is recorded. */
  began: string;
  /** Recorded all the same where the trainer does not hold what the session asks. */
  isCascadeAccepted: boolean;
};

export type FinalRegister = { recorded: number; withdrawn: number };

/**
 * Makes a register final: what everybody who was there has completed, with the register as its evidence,
 * in one transaction. Opened again before, it withdraws what it no longer credits, adds what is new and
 * keeps the rest. Throws Refusal.
 */
export function finaliseRegister(act: Act, command: FinaliseRegister): Promise<FinalRegister> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { session, sitting } = requireOpenSitting(transaction, schoolId, command);
    const facts = readSchoolFacts(act.database, schoolId);
    const by = { session, sitting, accountId: act.actor.accountId };
    const preview = previewFinal(transaction, facts, by);
    requireReady(act, command, sitting, preview);
    const all = { act, audit, transaction, session, sitting, preview };
    return makeFinal(all, command);
  });
}

/** Records what a register comes to, in the transaction that is open: whether it may be is asked before. */
export function makeFinal(
  all: Finalising,
  accepted: Pick<FinaliseRegister, 'isCascadeAccepted'>,
): FinalRegister {
  withdrawOld(all);
  addNew(all);
  close(all, accepted);
  const { add, withdraw } = all.preview.difference;
  return { recorded: add.length, withdrawn: withdraw.length };
}

function requireReady(
  { today }: Act,
  { began, isCascadeAccepted }: FinaliseRegister,
  { heldOn }: SittingRecord,
  preview: FinalPreview,
): void {
  if (heldOn > today) {
    const message = `This sitting is on ${inWords(heldOn)}. Its register can be made final from that day on`;
    throw new Refusal('wrong', message);
  }
  if (preview.began !== began) {
    throw new Refusal('conflict', 'The register has changed since you looked. Look at it again');
  }
  const isAnybody = preview.entries.some(isThere);
  if (!isAnybody && preview.reopenedFor === null) {
    throw new Refusal('wrong', 'Nobody is ticked as there. Tick who was, and save the register');
  }
  if (preview.trainer?.holds === false && !isCascadeAccepted) {
    const message = 'Tick that it is recorded all the same, or see to the trainer first';
    throw new Refusal('wrong', message, 'acceptCascade');
  }
}

/** A register that is made final, and by which act. */
export type Finalising = {
  act: Act;
  audit: Audit;
  transaction: Transaction;
  session: WholeSession;
  sitting: SittingRecord;
  preview: FinalPreview;
};

function withdrawOld({ act, audit, transaction, preview }: Finalising): void {
  const why = withdrawnByRegister(preview.reopenedFor ?? '');
  const { credited, difference } = preview;
  withdrawWritten(act, transaction, audit, { withdraw: difference.withdraw, credited, why });
}

function addNew({ act, audit, transaction, session, sitting, preview }: Finalising): void {
  const fields = { ...preview.fields, evidence: 'register' as const };
  const made = preview.difference.add.map((one): NewCompletion => {
    const recorded = {
      recordedOn: act.today,
      recordedAt: act.now,
      recordedBy: act.actor.accountId,
    };
    return { ...one, ...fields, ...recorded };
  });
  const by = { sessionId: session.id, sittingId: sitting.id, mopUpId: null };
  const added = addSessionCompletions(transaction, by, made);
  tellEach(added, preview.credited, (personId, about, of) => {
    audit({
      action: 'completion.recorded',
      personId,
      about: `${about}, ${inWords(sitting.heldOn)}`,
      after: {
        completion: of.map(({ completionId }) => completionId),
        session: session.title,
        ...fields,
      },
    });
  });
}

/**
 * Whoever nothing is said of was not there: a final register says it of everybody, and of nobody who left
 * it before it was final.
 */
function close(
  { act, audit, transaction, session, sitting, preview }: Finalising,
  { isCascadeAccepted }: Pick<FinaliseRegister, 'isCascadeAccepted'>,
): void {
  const marks = preview.entries.map(({ person: _, ...entry }) => {
    return { ...entry, attendance: entry.attendance ?? ('not-there' as const) };
  });
  writeRegisterMarks(transaction, sitting.id, marks);
  removeRegisterMarks(
    transaction,
    sitting.id,
    preview.left.map(({ id }) => id),
  );
  const { now: finalisedAt, today: finalisedOn, actor } = act;
  setFinal(transaction, sitting.id, { finalisedAt, finalisedOn, finalisedBy: actor.accountId });
  const { add, withdraw, keep, leave } = preview.difference;
  const there = preview.entries.filter(isThere);
  const without = preview.trainer?.holds === false && isCascadeAccepted;
  audit({
    action: 'register.finalised',
    about: sittingNamed(session, sitting),
    after: {
      sittingId: sitting.id,
      there: there.map(({ person }) => person.name),
      notThere: marks.length - there.length,
      recorded: add.length,
      withdrawn: withdraw.length,
      keptAsTheyWere: keep.length,
      leftWithdrawn: leave.length,
      ...(without ? { recordedAllTheSame: preview.trainer?.sentence } : {}),
    },
  });
}
