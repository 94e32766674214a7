import { type Context, type Row, read } from './context.ts';
import { type Identity, type Match, matchPerson } from './people.ts';
import type { PersonOnFile, Problem } from './types.ts';
import { splitName } from './words.ts';

/** Whom a row names. */
export function identityOf(context: Context, row: Row): Identity {
  const name = splitName(read(context, row, 'name'));
  return {
    ref: read(context, row, 'person_id'),
    email: read(context, row, 'email'),
    firstName:
      read(context, row, 'first_name') || (hasLastName(context, row) ? '' : name.firstName),
    lastName: read(context, row, 'last_name') || name.lastName,
  };
}

function hasLastName(context: Context, row: Row): boolean {
  return read(context, row, 'last_name') !== '';
}

/** The match for a row, once what was asked about it is answered. */
export function matchRow(context: Context, rowId: string, who: Identity): Match {
  const chosen = context.choices.people[rowId];
  const person = typeof chosen === 'number' ? context.index.byId.get(chosen) : undefined;
  return person ? { how: 'found', person } : matchPerson(context.index, who);
}

/**
 * The person whom a row of training is about, or null with the problem added: nobody is called so, or
 * several are and somebody must say which.
 */
export function requirePerson(
  context: Context,
  rowId: string,
  row: Row,
  problems: Problem[],
): PersonOnFile | null {
  const who = identityOf(context, row);
  const match = matchRow(context, rowId, who);
  if (match.how === 'found') return match.person;
  const readAs = [who.ref, `${who.firstName} ${who.lastName}`.trim(), who.email]
    .filter(Boolean)
    .join(', ');
  if (match.how === 'several') askWho(context, rowId, row, readAs, match.candidates, false);
  problems.push({ column: 'Person', read: readAs, todo: whoTodo(match.how) });
  return null;
}

function whoTodo(how: 'several' | 'nobody'): string {
  return how === 'several'
    ? 'Several people fit; say which one, or give the stable id'
    : 'Nobody here is called so; correct it, or import the staff list first';
}

export function askWho(
  context: Context,
  rowId: string,
  row: Row,
  readAs: string,
  candidates: PersonOnFile[],
  canBeNew: boolean,
): void {
  context.whoQuestions.push({
    rowId,
    row: row.number,
    read: readAs,
    candidates: candidates.map((person) => ({ personId: person.id, label: labelOf(person) })),
    canBeNew,
  });
}

function labelOf(person: PersonOnFile): string {
  const kinds = [...new Set(person.appointments.map(({ kind }) => kind))].join(', ');
  const name = `${person.firstName} ${person.lastName}`.trim();
  return [name, person.ref, person.email, kinds].filter(Boolean).join(' · ');
}
