import {
  addAccount,
  addAdministrator,
  findAccount,
  findAccountByEmail,
} from '#app/data/accounts.ts';
import { appendAudit } from '#app/data/audit.ts';
import type { Transaction } from '#app/data/database.ts';
import { insertInductionLists, requirementIds } from '#app/data/induction-lists.ts';
import { freeSchoolKey } from '#app/data/new-schools.ts';
import { insertPolicy } from '#app/data/policy-file.ts';
import { insertQuizzes } from '#app/data/quizzes.ts';
import { listSchools } from '#app/data/schools.ts';
import type { PolicyFile } from '#app/domain/import/policy-file.ts';
import type { InductionListFile } from '#app/domain/induction-list/list-file.ts';
import type { Quiz } from '#app/domain/quiz/quiz.ts';
import { type Act, carryOut, Refusal } from './act.ts';
import { findLink, issueLink, newToken, type OneTimeLink } from './one-time-link.ts';

export type AddSchool = {
  trustId: number;
  schoolName: string;
  shortName: string;
  administratorName: string;
  email: string;
  /** What the school begins with; its name and key are those of the new school. */
  policy: PolicyFile;
  quizzes: Quiz[];
  /** For first weeks. */
  lists: InductionListFile[];
};

/**
 * What came of it. `link` is null where the administrator has an account already, and where the same form
 * was sent twice: a link is shown once.
 */
export type AddedSchool = { schoolId: number; hasAccount: boolean; link: OneTimeLink | null };

/**
 * Adds a school to the trust, with what law and statutory guidance ask of every school and with its
 * first administrator. Throws Refusal.
 */
export async function addSchool(act: Act, command: AddSchool): Promise<AddedSchool> {
  const token = newToken();
  const added = await carryOut({ ...act, schoolId: null }, (transaction) => {
    requireNewName(transaction, command);
    const schoolId = insertPolicy(
      transaction,
      command.trustId,
      policyFor(transaction, command),
      act.now,
    );
    insertQuizzes(transaction, schoolId, command.quizzes, new Map());
    insertInductionLists(
      transaction,
      schoolId,
      command.lists,
      requirementIds(transaction, schoolId),
    );
    const { accountId, hasAccount } = prepareAdministrator(transaction, act, command, token);
    addAdministrator(transaction, accountId, schoolId);
    appendAudit(transaction, {
      action: 'school.added',
      schoolId,
      at: act.now,
      actor: act.actor,
      about: command.schoolName,
      after: { school: schoolId, administrator: accountId, email: command.email },
    });
    return { schoolId, hasAccount };
  });
  return { ...added, link: findLink(act.database, token) };
}

function policyFor(transaction: Transaction, command: AddSchool): PolicyFile {
  const { policy, schoolName, shortName } = command;
  const key = freeSchoolKey(transaction, shortName);
  return { ...policy, school: { key, name: schoolName, shortName } };
}

/** Two schools of one name in a trust could not be told apart on its page. */
function requireNewName(transaction: Transaction, { trustId, schoolName, shortName }: AddSchool) {
  const schools = listSchools(transaction, trustId);
  const same = (one: string, other: string) =>
    one.toLocaleLowerCase('en-GB') === other.toLocaleLowerCase('en-GB');
  if (schools.some(({ name }) => same(name, schoolName))) {
    throw new Refusal('wrong', `${schoolName} is in the trust already`, 'schoolName');
  }
  if (schools.some((school) => same(school.shortName, shortName))) {
    throw new Refusal('wrong', `Another school is called ${shortName} already`, 'shortName');
  }
}

/** An account that is used elsewhere administers this school too, and is given no link. */
function prepareAdministrator(
  transaction: Transaction,
  act: Act,
  { administratorName, email }: AddSchool,
  token: string,
): { accountId: number; hasAccount: boolean } {
  const known = findAccountByEmail(transaction, email);
  if (known) return { accountId: known.id, hasAccount: true };
  const accountId = addAccount(transaction, { email, name: administratorName });
  const account = findAccount(transaction, accountId)!;
  issueLink(transaction, { token, account, now: act.now });
  return { accountId, hasAccount: false };
}
