import type { Reader, Transaction } from './database.ts';
import { findMark, setMark } from './marks.ts';

/** Somebody as whom a demo is tried. */
export type Persona = {
  key: string;
  name: string;
  title: string;
  about: string;
  /** The school's name; null for who stands above the schools. */
  school: string | null;
  accountId: number;
};

const MARK = 'personas';

/** A demo's personas, in the order of its file; none in a database that is no demo. */
export function listPersonas(reader: Reader): Persona[] {
  return JSON.parse(findMark(reader, MARK) ?? '[]');
}

export function keepPersonas(transaction: Transaction, personas: Persona[]): void {
  setMark(transaction, MARK, JSON.stringify(personas));
}
