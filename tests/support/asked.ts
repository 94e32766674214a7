import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Question } from '#app/domain/quiz/question.ts';

/** A question of an attempt with what is right, as the demo in a folder has it. */
export type Asked = Pick<Question, 'type' | 'mustPass' | 'text' | 'options' | 'extras'> & {
  position: number;
};

type Row = Pick<Asked, 'position' | 'type' | 'text'> & {
  mustPass: number;
  options: string;
  extras: string;
};

const ASKED = `
  SELECT q.position, r.type, r.must_pass AS mustPass, r.text, r.options, r.extras FROM attempt_questions q
  JOIN question_revisions r ON r.id = q.revision_id
  WHERE q.attempt_id = ? ORDER BY q.position`;

/** What an attempt asks, for who is to answer it: the pages themselves tell nobody. */
export function readAsked(dataDir: string, attemptId: number): Asked[] {
  const client = new BetterSqlite3(join(dataDir, 'indate.db'), { readonly: true });
  try {
    return (client.prepare(ASKED).all(attemptId) as Row[]).map((row) => ({
      ...row,
      mustPass: row.mustPass === 1,
      options: JSON.parse(row.options),
      extras: JSON.parse(row.extras),
    }));
  } finally {
    client.close();
  }
}
