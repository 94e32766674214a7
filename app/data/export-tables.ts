import type { Day } from '#app/domain/days.ts';
import { RETURN_REASON_LABELS } from '#app/domain/evidence/returns.ts';
import type { PolicyFile } from '#app/domain/import/policy-file.ts';
import { SCHOOL_FILES } from '#app/domain/import/school-files.ts';
import type { SchoolContent } from '#app/domain/offer/content.ts';
import { auditHead, listAudit } from './audit.ts';
import { typedOrRead } from './completions.ts';
import { contentOf } from './content.ts';
import { contentRecords } from './content-records.ts';
import type { Database } from './database.ts';
import { policyFileOf } from './policy-file.ts';

export type Cells = (string | number | null)[];

/** Everything of a school: what can be imported again, and what is there to be read. */
export type SchoolTables = {
  policy: PolicyFile;
  /** By file name, with a row of headings; those that the importer reads, in its order. */
  tables: Record<string, Cells[]>;
  /** What does not count any more, and the audit. */
  records: Record<string, Cells[]>;
  content: SchoolContent;
  auditHead: string;
};

const WHO = `p.ref, trim(p.first_name || ' ' || p.last_name)`;

/** The last check says; what was never to be checked counts from the start. */
const OUTCOME = `(select c.outcome from checks c where c.completion_id = t.id
  order by c.id desc limit 1)`;
const WITHDRAWN = 'exists (select 1 from withdrawals w where w.completion_id = t.id)';

const COMPLETION = `${WHO}, r.key, t.completed_on, t.printed_expiry_on, e.key, t.evidence,
  ${typedOrRead('provider')}, ${typedOrRead('reference')}, iif(t.earned_elsewhere, 'yes', null)`;
const COMPLETIONS = `from completions t join people p on p.id = t.person_id
  join requirements r on r.id = t.requirement_id left join editions e on e.id = t.edition_id`;

/** By file, with the columns of `SCHOOL_FILES`. */
const TABLES: Record<string, string> = {
  'people.csv': `select p.ref, p.first_name, p.last_name, p.email, k.key, t.starts_on, t.ends_on,
      iif(p.left_without_day, 'yes', null)
    from people p left join appointments t on t.person_id = p.id
    left join appointment_kinds k on k.id = t.kind_id
    where p.school_id = ? order by p.id, t.starts_on, t.id`,
  'training-log.csv': `select ${COMPLETION},
      iif(t.needs_check and ${OUTCOME} is null, 'waiting', null), t.note ${COMPLETIONS}
    where p.school_id = ? and not ${WITHDRAWN} and ${OUTCOME} is not 'returned'
    order by t.completed_on, t.id`,
  'absences.csv': `select ${WHO}, t.starts_on, t.ends_on
    from absences t join people p on p.id = t.person_id
    where p.school_id = ? order by t.starts_on, t.id`,
  'exemptions.csv': `select ${WHO}, r.key, t.starts_on, t.ends_on, t.reason
    from exemptions t join people p on p.id = t.person_id
    join requirements r on r.id = t.requirement_id
    where p.school_id = ? order by t.starts_on, t.id`,
  'bookings.csv': `select ${WHO}, r.key, t.booked_on, t.provider
    from bookings t join people p on p.id = t.person_id
    join requirements r on r.id = t.requirement_id
    where p.school_id = ? order by t.booked_on, t.id`,
};

/** What is chosen from the list, in words, before what was written. */
const REASON = `case c.returned_for ${Object.entries(RETURN_REASON_LABELS)
  .filter(([reason]) => reason !== 'other')
  .map(([reason, label]) => `when '${reason}' then '${label.replaceAll("'", "''")}. '`)
  .join(' ')} else '' end`;

const NOT_COUNTED = `select ${COMPLETION}, t.note, iif(${WITHDRAWN}, 'withdrawn', 'returned'),
    coalesce((select w.reason from withdrawals w where w.completion_id = t.id),
      (select trim(${REASON} || coalesce(c.reason, '')) from checks c
        where c.completion_id = t.id order by c.id desc limit 1))
  ${COMPLETIONS} where p.school_id = ? and (${WITHDRAWN} or ${OUTCOME} is 'returned')
  order by t.completed_on, t.id`;

/** Reads a whole school for an export on a day; how people did in quizzes only where that is asked. */
export function schoolTables(
  database: Database,
  schoolId: number,
  { on, withResults }: { on: Day; withResults: boolean },
): SchoolTables {
  const rows = (sql: string) =>
    database.$client.prepare(sql).raw().all(schoolId) as (string | number | null)[][];
  const tables = SCHOOL_FILES.map(({ name, columns }) => {
    return [name, [columns, ...rows(TABLES[name] ?? '')]] as [string, Cells[]];
  });
  const log = SCHOOL_FILES.find(({ kind }) => kind === 'training-log')?.columns ?? [];
  const columns = [...log.filter((column) => column !== 'check'), 'state', 'why'];
  return {
    policy: policyFileOf(database, schoolId),
    tables: Object.fromEntries(tables),
    content: contentOf(database, schoolId, on),
    records: {
      ...contentRecords(database, schoolId, withResults),
      'not-counted.csv': [columns, ...rows(NOT_COUNTED)],
      'audit.csv': auditRows(database, schoolId),
    },
    auditHead: auditHead(database),
  };
}

const AUDIT_COLUMNS = ['sequence', 'at', 'by', 'action', 'about', 'why', 'contents'];

function auditRows(database: Database, schoolId: number): Cells[] {
  const entries: Cells[] = [];
  for (let page = 1; ; page++) {
    const listed = listAudit(database, { schoolId, page });
    if (listed.length === 0) return [AUDIT_COLUMNS, ...entries];
    for (const { sequence, at, action, contents } of listed) {
      const { by, about, why, ...rest } = contents ?? { by: 'erased' };
      entries.push([sequence, at, by, action, about ?? null, why ?? null, JSON.stringify(rest)]);
    }
  }
}
