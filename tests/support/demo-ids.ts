import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

/** Real ids of one school's, for the places in an address. */
export type Ids = Record<string, number>;

const OF_A_PERSON = `
  SELECT p.id AS person, max(a.id) AS appointment, max(c.id) AS completion, m.account_id AS account
  FROM people p JOIN schools s ON s.id = p.school_id
  JOIN appointments a ON a.person_id = p.id
  JOIN completions c ON c.person_id = p.id
  JOIN account_people m ON m.person_id = p.id
  WHERE s.key = ? AND p.ref = ? GROUP BY p.id, m.account_id`;

const OF_A_SCHOOL = `
  SELECT (SELECT max(id) FROM requirements WHERE school_id = s.id) AS requirement,
    (SELECT max(id) FROM appointment_kinds WHERE school_id = s.id) AS kind,
    (SELECT max(id) FROM imports WHERE school_id = s.id) AS import,
    (SELECT id FROM quizzes WHERE school_id = s.id AND key = 'prevent') AS quiz,
    (SELECT max(c.attempt_id) FROM quiz_certificates c JOIN attempts a ON a.id = c.attempt_id
      JOIN quizzes q ON q.id = a.quiz_id WHERE q.school_id = s.id AND q.key = 'prevent') AS pass,
    (SELECT max(id) FROM questions WHERE school_id = s.id) AS question,
    (SELECT id FROM offer_sections WHERE school_id = s.id AND topic = 'whom-to-tell') AS section,
    (SELECT e.id FROM editions e JOIN publications b ON b.id = e.publication_id
      WHERE b.school_id = s.id AND e.key = 'kcsie-2025') AS edition,
    (SELECT e.id FROM editions e JOIN publications b ON b.id = e.publication_id
      WHERE b.school_id = s.id AND e.key = 'kcsie-2026') AS announced,
    (SELECT id FROM publications WHERE school_id = s.id AND key = 'kcsie') AS publication,
    (SELECT max(q.id) FROM reading_questions q JOIN people p ON p.id = q.person_id
      WHERE p.school_id = s.id) AS readingQuestion,
    (SELECT max(t.id) FROM training_sessions t WHERE t.school_id = s.id AND t.kind = 'session'
      ) AS session,
    (SELECT max(i.id) FROM sittings i JOIN training_sessions t ON t.id = i.session_id
      WHERE t.school_id = s.id AND t.kind = 'session') AS sitting,
    (SELECT max(id) FROM training_sessions WHERE school_id = s.id AND closed_on IS NOT NULL
      ) AS closed,
    (SELECT min(i.id) FROM sittings i JOIN training_sessions t ON t.id = i.session_id
      WHERE t.school_id = s.id AND t.closed_on IS NOT NULL) AS held,
    (SELECT max(m.person_id) FROM mop_ups m JOIN training_sessions t ON t.id = m.session_id
      WHERE t.school_id = s.id AND m.outcome = 'one-to-one') AS oneToOne,
    (SELECT max(id) FROM training_sessions WHERE school_id = s.id AND kind <> 'session') AS [update],
    (SELECT id FROM induction_lists WHERE school_id = s.id AND key = 'staff') AS list,
    (SELECT max(t.id) FROM induction_steps t JOIN induction_lists l ON l.id = t.list_id
      WHERE l.school_id = s.id AND l.key = 'staff') AS step,
    (SELECT max(p.id) FROM people p JOIN appointments a ON a.person_id = p.id
      JOIN appointment_kinds k ON k.id = a.kind_id
      WHERE p.school_id = s.id AND k.category = 'staff' AND a.starts_on = '2026-11-16') AS starter,
    (SELECT max(id) FROM offer_warnings WHERE school_id = s.id) AS warning
  FROM schools s WHERE s.key = ?`;

/** The ids of a person and of their school, as the demo in this folder has them: no more than it has. */
export function readIds(dataDir: string, school: string, ref: string): Ids {
  const client = new BetterSqlite3(join(dataDir, 'indate.db'), { readonly: true });
  try {
    const person = client.prepare(OF_A_PERSON).get(school, ref) as Ids;
    const all = { ...person, ...(client.prepare(OF_A_SCHOOL).get(school) as Ids) };
    return Object.fromEntries(Object.entries(all).filter(([, id]) => id !== null));
  } finally {
    client.close();
  }
}

/** An address with these ids in its places. Throws where one is lacking. */
export function withIds(address: string, ids: Ids): string {
  return address.replace(/:([a-z]+)/gi, (_, name: string) => {
    if (!ids[name]) throw new Error(`The demo has no ${name} for ${address}`);
    return String(ids[name]);
  });
}
