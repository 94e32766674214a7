import { addAccount, addAdministrator, addTrustLead, linkPerson } from '#app/data/accounts.ts';
import { appendAudit } from '#app/data/audit.ts';
import { type Database, type Transaction, transact } from '#app/data/database.ts';
import { nameOf } from '#app/data/facts.ts';
import { insertInductionLists, requirementIds } from '#app/data/induction-lists.ts';
import { findMark, removeMark, setMark } from '#app/data/marks.ts';
import { freeSchoolKey, hasSchool, insertTrust } from '#app/data/new-schools.ts';
import { freeRef, insertAppointment, insertPerson } from '#app/data/people-changes.ts';
import { listAppointmentKinds } from '#app/data/policy.ts';
import { insertPolicy } from '#app/data/policy-file.ts';
import { insertQuizzes } from '#app/data/quizzes.ts';
import type { Day } from '#app/domain/days.ts';
import type { PolicyFile } from '#app/domain/import/policy-file.ts';
import type { InductionListFile } from '#app/domain/induction-list/list-file.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import type { Quiz } from '#app/domain/quiz/quiz.ts';
import { hashOfCode, newCode } from '#app/platform/codes.ts';
import { Refusal } from './act.ts';
import { loadSharedQuestions } from './load-shared-questions.ts';

/** Under this mark stands the hash of the code that the log of the start holds. */
const SET_UP_CODE_MARK = 'set-up-code';

/**
 * Opens the setting up of a database that has no school: answers a code, new at each start, of which
 * only the hash is kept. Null where there is a school, and then no code opens anything.
 */
export function offerSetUp(database: Database): Promise<string | null> {
  const code = newCode(4);
  return transact(database, (transaction) => {
    if (hasSchool(transaction)) {
      removeMark(transaction, SET_UP_CODE_MARK);
      return null;
    }
    setMark(transaction, SET_UP_CODE_MARK, hashOfCode(code));
    return code;
  });
}

export type SetUpSchool = {
  code: string;
  schoolName: string;
  shortName: string;
  /** Null: the school stands alone, as a trust of its own name with nobody to lead it. */
  trustName: string | null;
  firstName: string;
  lastName: string;
  email: string;
  /** The key of the standard kind of appointment that the first administrator holds. */
  kind: string;
  startsOn: Day;
  passwordHash: string;
  /** What the school begins with; its name and key are its own. */
  policy: PolicyFile;
  sharedQuestions: KeyedQuestion[];
  quizzes: Quiz[];
  /** For first weeks. */
  lists: InductionListFile[];
};

/**
 * Makes the first school of a new database and its first administrator, who leads the trust too
 * where it was named. Opened by the one-time code, once, while there is no school; never in a demo.
 * Throws Refusal.
 */
export function setUpSchool(
  { database, now }: { database: Database; now: string },
  command: SetUpSchool,
): Promise<{ accountId: number; schoolId: number }> {
  return transact(database, (transaction) => {
    requireOpen(transaction, command.code);
    removeMark(transaction, SET_UP_CODE_MARK);
    const { trustId, schoolId } = makeSchool(transaction, command, now);
    const { sharedQuestions: questions, quizzes } = command;
    loadSharedQuestions(transaction, { trustId, questions, now });
    insertQuizzes(transaction, schoolId, quizzes, new Map());
    insertInductionLists(
      transaction,
      schoolId,
      command.lists,
      requirementIds(transaction, schoolId),
    );
    const personId = makePerson(transaction, schoolId, command);
    const name = nameOf(command);
    const { email, passwordHash } = command;
    const accountId = addAccount(transaction, { email, name, passwordHash });
    linkPerson(transaction, accountId, personId);
    addAdministrator(transaction, accountId, schoolId);
    if (command.trustName !== null) addTrustLead(transaction, accountId, trustId);
    appendAudit(transaction, {
      action: 'school.set-up',
      schoolId,
      at: now,
      actor: { accountId, name },
      personId,
      about: command.schoolName,
      after: { school: schoolId, trust: command.trustName, administrator: accountId },
    });
    return { accountId, schoolId };
  });
}

function requireOpen(transaction: Transaction, code: string): void {
  if (hasSchool(transaction) || findMark(transaction, 'kind') === 'demo') {
    throw new Refusal('conflict', 'InDate has been set up already: sign in');
  }
  if (findMark(transaction, SET_UP_CODE_MARK) !== hashOfCode(code)) {
    throw new Refusal('wrong', 'Enter the code that stands in the log of this start', 'code');
  }
}

function makeSchool(transaction: Transaction, command: SetUpSchool, now: string) {
  const { schoolName, shortName, trustName, policy } = command;
  const trustId = insertTrust(transaction, trustName ?? schoolName);
  const school = { key: freeSchoolKey(transaction, shortName), name: schoolName, shortName };
  return { trustId, schoolId: insertPolicy(transaction, trustId, { ...policy, school }, now) };
}

function makePerson(transaction: Transaction, schoolId: number, command: SetUpSchool): number {
  const kinds = listAppointmentKinds(transaction, schoolId);
  const kind = kinds.find(({ key }) => key === command.kind);
  if (!kind) throw new Refusal('wrong', 'Choose what you do at the school', 'kind');
  const { firstName, lastName, email, startsOn } = command;
  const ref = freeRef(transaction, schoolId);
  const personId = insertPerson(transaction, { schoolId, ref, firstName, lastName, email });
  insertAppointment(transaction, { personId, kindId: kind.id, startsOn, endsOn: null });
  return personId;
}
