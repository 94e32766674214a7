import type {
  Absence,
  Appointment,
  Booking,
  CheckState,
  Completion,
  Exemption,
  PersonFacts,
  Policy,
} from '#app/domain/types.ts';
import type { Database } from './database.ts';
import { policyOf } from './policy.ts';
import { rememberedBySchool } from './remembered.ts';

/** A person as the pages know them: what bears on their training, and who they are. */
export type KnownPerson = PersonFacts & {
  ref: string;
  firstName: string;
  lastName: string;
  /** As it is said: "Zoë Marsh". */
  name: string;
  /** As it is sorted: "Marsh, Zoë". */
  sortName: string;
  email: string | null;
  /** Said to have left, with no last day entered. */
  leftWithoutDay: boolean;
  hasAccount: boolean;
};

export type SchoolFacts = { policy: Policy; people: KnownPerson[] };

/**
 * All facts of one school, by name. Remembered until the school's facts version changes; never to be
 * called inside a transaction that has written (`readSchoolFacts` is).
 */
export function schoolFacts(database: Database, schoolId: number): SchoolFacts {
  return rememberedBySchool(database, schoolId, 'facts', () => readSchoolFacts(database, schoolId));
}

/** The school's policy, remembered as `schoolFacts` is. */
export function schoolPolicy(database: Database, schoolId: number): Policy {
  return rememberedBySchool(database, schoolId, 'policy', () => policyOf(database, schoolId));
}

/** As `schoolFacts`, read anew: also what the transaction under way has written. */
export function readSchoolFacts(database: Database, schoolId: number): SchoolFacts {
  return {
    policy: policyOf(database, schoolId),
    people: readPeople(database, 'p.school_id = ?', schoolId),
  };
}

/** One person of this school, or null: somebody else's people are not found. */
export function findPersonFacts(
  database: Database,
  schoolId: number,
  personId: number,
): KnownPerson | null {
  const [person] = readPeople(database, 'p.school_id = ? and p.id = ?', schoolId, personId);
  return person ?? null;
}

/** These people, told by `where` over people as `p`; five statements, however many there are. */
function readPeople(database: Database, where: string, ...values: number[]): KnownPerson[] {
  const all = <Row>(sql: string) => database.$client.prepare(sql).all(...values) as Row[];
  const from = (table: string) => `from ${table} t join people p on p.id = t.person_id`;
  const appointments = byPerson(
    all<Appointment & Owned>(
      `select t.person_id as owner, k.key as kind, k.category, t.starts_on as "from", t.ends_on as "to"
       ${from('appointments')} join appointment_kinds k on k.id = t.kind_id
       where ${where} order by t.starts_on, t.id`,
    ),
  );
  const absences = byPerson(
    all<Absence & Owned>(
      `select t.person_id as owner, t.starts_on as "from", t.ends_on as "to"
       ${from('absences')} where ${where} order by t.starts_on, t.id`,
    ),
  );
  const exemptions = byPerson(
    all<Exemption & Owned>(
      `select t.person_id as owner, t.requirement_id as requirementId, t.starts_on as "from",
         t.ends_on as "to", t.reason
       ${from('exemptions')} where ${where} order by t.starts_on, t.id`,
    ),
  );
  const bookings = byPerson(
    all<Booking & Owned>(
      `select t.person_id as owner, t.requirement_id as requirementId, t.booked_on as "on", t.provider
       ${from('bookings')} where ${where} order by t.booked_on, t.id`,
    ),
  );
  const completions = byPerson(
    all<CompletionRow & Owned>(
      `select t.person_id as owner, t.id, t.requirement_id as requirementId,
         t.completed_on as completedOn, t.printed_expiry_on as printedExpiryOn, e.key as edition,
         t.evidence, t.provider, t.reference, t.earned_elsewhere as earnedElsewhere,
         t.needs_check as needsCheck,
         (select c.outcome from checks c where c.completion_id = t.id order by c.id desc limit 1)
           as outcome
       ${from('completions')} left join editions e on e.id = t.edition_id
       where ${where} and not exists (select 1 from withdrawals w where w.completion_id = t.id)
       order by t.completed_on, t.id`,
    ),
  );
  return all<PersonRow>(
    `select p.id, p.ref, p.first_name as firstName, p.last_name as lastName, p.email,
       p.left_without_day as leftWithoutDay,
       exists (select 1 from account_people a where a.person_id = p.id) as hasAccount
     from people p where ${where}
     order by p.last_name collate nocase, p.first_name collate nocase, p.id`,
  ).map((row) => ({
    ...row,
    name: nameOf(row),
    sortName: sortNameOf(row),
    leftWithoutDay: row.leftWithoutDay === 1,
    hasAccount: row.hasAccount === 1,
    appointments: appointments.get(row.id) ?? [],
    absences: absences.get(row.id) ?? [],
    exemptions: exemptions.get(row.id) ?? [],
    bookings: bookings.get(row.id) ?? [],
    completions: (completions.get(row.id) ?? []).map(completionOf),
  }));
}

type Owned = { owner: number };

type PersonRow = {
  id: number;
  ref: string;
  firstName: string;
  lastName: string;
  email: string | null;
  leftWithoutDay: number;
  hasAccount: number;
};

type CompletionRow = Omit<Completion, 'earnedElsewhere' | 'check'> & {
  earnedElsewhere: number;
  needsCheck: number;
  outcome: 'accepted' | 'returned' | null;
};

function byPerson<Row extends Owned>(rows: Row[]): Map<number, Row[]> {
  return Map.groupBy(rows, (row) => row.owner);
}

function completionOf({ needsCheck, outcome, ...row }: CompletionRow): Completion {
  return {
    ...row,
    earnedElsewhere: row.earnedElsewhere === 1,
    check: checkStateOf(needsCheck === 1, outcome),
  };
}

/** The last check says; what was never to be checked counts from the start. */
function checkStateOf(needsCheck: boolean, outcome: CompletionRow['outcome']): CheckState {
  if (outcome === 'returned') return 'returned';
  return needsCheck && outcome === null ? 'awaiting-check' : 'counts';
}

export function nameOf(person: { firstName: string; lastName: string }): string {
  return `${person.firstName} ${person.lastName}`.trim();
}

function sortNameOf({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return [lastName, firstName].filter(Boolean).join(', ');
}
