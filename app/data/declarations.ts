import { and, asc, eq, gte, isNull, type SQL } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { Declaration } from '#app/domain/publications/declaration.ts';
import { accounts, completions, declarations, editions, people, withdrawals } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

export type NewDeclaration = typeof declarations.$inferInsert;

export function addDeclaration(transaction: Transaction, declaration: NewDeclaration): void {
  transaction.insert(declarations).values(declaration).run();
}

/** Everything that somebody declared to have read, in order, what was withdrawn included. */
export function listDeclarations(reader: Reader, personId: number): Declaration[] {
  return readDeclarations(reader, eq(completions.personId, personId)).map(declarationOf);
}

/** The declarations of an edition that stand, by person. */
export function listDeclarationsOf(reader: Reader, editionId: number): Map<number, Declaration[]> {
  const where = and(eq(completions.editionId, editionId), isNull(withdrawals.completionId));
  const byPerson = Map.groupBy(readDeclarations(reader, where), ({ personId }) => personId);
  return new Map([...byPerson].map(([personId, rows]) => [personId, rows.map(declarationOf)]));
}

/** What stands as declared at this school with no words, of editions in force from a day or later. */
export function listWithoutWords(reader: Reader, schoolId: number, from: Day) {
  return reader
    .select({
      completionId: completions.id,
      personId: completions.personId,
      editionId: editions.id,
      completedOn: completions.completedOn,
    })
    .from(completions)
    .innerJoin(editions, eq(editions.id, completions.editionId))
    .innerJoin(people, eq(people.id, completions.personId))
    .leftJoin(declarations, eq(declarations.completionId, completions.id))
    .where(
      and(
        eq(people.schoolId, schoolId),
        eq(completions.evidence, 'declaration'),
        gte(editions.inForceFrom, from),
        isNull(declarations.completionId),
      ),
    )
    .orderBy(asc(completions.id))
    .all();
}

function readDeclarations(reader: Reader, where: SQL | undefined) {
  return reader
    .select({
      personId: completions.personId,
      declaration: declarations,
      editionId: completions.editionId,
      declaredOn: completions.completedOn,
      enteredBy: accounts.name,
      enteredOn: completions.recordedOn,
    })
    .from(declarations)
    .innerJoin(completions, eq(completions.id, declarations.completionId))
    .innerJoin(people, eq(people.id, completions.personId))
    .leftJoin(accounts, eq(accounts.id, completions.recordedBy))
    .leftJoin(withdrawals, eq(withdrawals.completionId, completions.id))
    .where(where)
    .orderBy(asc(completions.completedOn), asc(completions.id))
    .all();
}

function declarationOf({
  declaration,
  editionId,
  declaredOn,
  enteredBy,
  enteredOn,
}: ReturnType<typeof readDeclarations>[number]): Declaration {
  return { ...declaration, editionId: editionId ?? 0, declaredOn, enteredBy, enteredOn };
}
