import type { Day } from '#app/domain/days.ts';
import type {
  ImportKind,
  Known,
  KnownRequirement,
  PersonOnFile,
} from '#app/domain/import/types.ts';
import type { Policy, Requirement } from '#app/domain/types.ts';
import { typedOrRead } from './completions.ts';
import type { Database } from './database.ts';
import { policyOf } from './policy.ts';

/** Kinds of file that are held against what people have completed. */
const NEEDS_COMPLETIONS: ImportKind[] = ['training-log', 'matrix'];

/** What an import into this school is held against, as it stands now. */
export function loadKnown(
  database: Database,
  schoolId: number,
  kind: ImportKind,
  today: Day,
): Known {
  const policy = policyOf(database, schoolId);
  return {
    today,
    kinds: policy.appointmentKinds.map(({ key, label, category }) => ({ key, label, category })),
    requirements: policy.requirements.map((one) => knownRequirement(policy, one)),
    people: loadPeople(database, schoolId, NEEDS_COMPLETIONS.includes(kind)),
  };
}

/** What the headings of a file are held against. */
export function listKnownRequirements(database: Database, schoolId: number): KnownRequirement[] {
  const policy = policyOf(database, schoolId);
  return policy.requirements.map((one) => knownRequirement(policy, one));
}

function knownRequirement(policy: Policy, requirement: Requirement): KnownRequirement {
  const { key, name, siteSpecific } = requirement;
  const cycles = requirement.versions.flatMap(({ lines }) => lines.map(({ cycle }) => cycle));
  const read = cycles.find((cycle) => cycle.kind === 'edition');
  const publication = policy.publications.find((one) => one.key === read?.publication);
  const editions = publication?.editions.filter(({ state }) => state !== 'draft');
  return {
    key,
    name,
    siteSpecific,
    editions: read ? (editions ?? []).map(({ key, title }) => ({ key, title })) : null,
  };
}

type Owned<T> = T & { owner: number };
type PersonRow = Pick<PersonOnFile, 'id' | 'ref' | 'firstName' | 'lastName' | 'email'> & {
  leftWithoutDay: number;
};
type Completion = PersonOnFile['completions'][number];

function loadPeople(
  database: Database,
  schoolId: number,
  withCompletions: boolean,
): PersonOnFile[] {
  const all = <T>(sql: string) => database.$client.prepare(sql).all(schoolId) as T[];
  const own = 'join people p on p.id = t.person_id and p.school_id = ?';
  const appointments = byOwner<PersonOnFile['appointments'][number]>(
    all(`select t.person_id as owner, t.id, k.key as kind, k.category, t.starts_on as "from",
           t.ends_on as "to" from appointments t ${own}
         join appointment_kinds k on k.id = t.kind_id order by t.starts_on, t.id`),
  );
  const absences = byOwner<PersonOnFile['absences'][number]>(
    all(`select t.person_id as owner, t.id, t.starts_on as "from", t.ends_on as "to"
         from absences t ${own}`),
  );
  const exemptions = byOwner<PersonOnFile['exemptions'][number]>(
    all(`select t.person_id as owner, t.id, r.key as requirement, t.starts_on as "from",
           t.ends_on as "to", t.reason from exemptions t ${own}
         join requirements r on r.id = t.requirement_id`),
  );
  const bookings = byOwner<PersonOnFile['bookings'][number]>(
    all(`select t.person_id as owner, t.id, r.key as requirement, t.booked_on as "on", t.provider
         from bookings t ${own} join requirements r on r.id = t.requirement_id`),
  );
  const completions = withCompletions ? loadCompletions(all, own) : new Map();
  return all<PersonRow>(
    `select id, ref, first_name as firstName, last_name as lastName, email,
       left_without_day as leftWithoutDay from people where school_id = ? order by id`,
  ).map((person) => ({
    ...person,
    leftWithoutDay: person.leftWithoutDay === 1,
    appointments: appointments.get(person.id) ?? [],
    absences: absences.get(person.id) ?? [],
    exemptions: exemptions.get(person.id) ?? [],
    bookings: bookings.get(person.id) ?? [],
    completions: completions.get(person.id) ?? [],
  }));
}

/** What was withdrawn is not there: the same row may be imported again. */
function loadCompletions(all: <T>(sql: string) => T[], own: string): Map<number, Completion[]> {
  type Row = Omit<Completion, 'earnedElsewhere'> & { earnedElsewhere: number };
  const rows = all<Owned<Row>>(
    `select t.person_id as owner, r.key as requirement, t.completed_on as completedOn,
       t.printed_expiry_on as printedExpiryOn, e.key as edition, t.evidence,
       ${typedOrRead('provider')} as provider, ${typedOrRead('reference')} as reference,
       t.earned_elsewhere as earnedElsewhere
     from completions t ${own} join requirements r on r.id = t.requirement_id
     left join editions e on e.id = t.edition_id
     where not exists (select 1 from withdrawals w where w.completion_id = t.id)`,
  );
  return byOwner(rows.map((row) => ({ ...row, earnedElsewhere: row.earnedElsewhere === 1 })));
}

function byOwner<T>(rows: Owned<T>[]): Map<number, T[]> {
  return Map.groupBy(rows, (row) => row.owner);
}
