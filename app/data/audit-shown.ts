import { inArray } from 'drizzle-orm';
import { type AuditInWords, auditInWords } from '#app/domain/audit-words.ts';
import { instantInWords } from '#app/platform/clock.ts';
import { people } from '#db/schema.ts';
import { type AuditRow, listAudit } from './audit.ts';
import type { Reader } from './database.ts';
import { nameOf } from './facts.ts';

/** A page of a school's audit in words, newest first; with `limit` only so many of it. */
export function listAuditInWords(
  reader: Reader,
  asked: { schoolId: number; personId?: number; page?: number; limit?: number },
) {
  const rows = listAudit(reader, asked).slice(0, asked.limit);
  const names = namesOf(reader, rows);
  return rows.map((row) => ({
    ...auditInWords(row),
    id: row.id,
    at: instantInWords(row.at),
    person: personOf(row, names),
  })) satisfies AuditInWords[];
}

function namesOf(reader: Reader, rows: AuditRow[]): Map<number, string> {
  const ids = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
  const { id, firstName, lastName } = people;
  const found = reader
    .select({ id, firstName, lastName })
    .from(people)
    .where(inArray(people.id, ids))
    .all();
  return new Map(found.map((person) => [person.id, nameOf(person)]));
}

function personOf({ personId }: AuditRow, names: Map<number, string>) {
  const name = personId === null ? undefined : names.get(personId);
  return name ? { name, href: `/admin/people/${personId}` } : null;
}
