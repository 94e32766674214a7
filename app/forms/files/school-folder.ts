import { strToU8, zipSync } from 'fflate';
import type { PolicyFile } from '#app/domain/import/policy-file.ts';
import type { SchoolContent } from '#app/domain/offer/content.ts';
import { writeContent } from './read-content.ts';
import { writePolicy } from './read-policy.ts';
import { writeCsv } from './write-csv.ts';

type Cells = (string | number | null)[];
type School = {
  policy: PolicyFile;
  tables: Record<string, Cells[]>;
  records: Record<string, Cells[]>;
  content: SchoolContent;
  auditHead: string;
};

/** The files of a full export, by name: the same format that the importer reads. */
export function schoolFolder(school: School): Record<string, string> {
  const tables = Object.entries({ ...school.tables, ...school.records });
  return {
    'policy.yaml': writePolicy(school.policy),
    ...writeContent(school.content),
    ...Object.fromEntries(tables.map(([name, rows]) => [name, writeCsv(rows)])),
    'audit-head.txt': `${school.auditHead}\n`,
    'READ-ME.txt': READ_ME,
  };
}

const READ_ME = `A school's export from InDate. policy.yaml, people.csv, training-log.csv, absences.csv,
exemptions.csv and bookings.csv can be imported again, in that order, and give the same figures:
  npm run import -- FOLDER --new-school
The folder offer, warnings.yaml, questions.yaml, quizzes.yaml and decisions.yaml go with them: what the
school teaches; induction.yaml and first-weeks.csv too: its lists for starters, and what was ticked. not-counted.csv (withdrawn and returned completions),
declarations.csv (what was declared to be read, word for word), offer-history.csv, question-history.csv, attempts.csv, answers.csv, briefing.csv and audit.csv are there to be read.
audit-head.txt is for npm run audit-verify -- --head HEAD. Accounts and passwords are not exported.
`;

/** The files as one zip. */
export function zipFolder(files: Record<string, string>): Uint8Array {
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(entries), { mtime: ZIP_DAY });
}

/** A zip must date its entries; the same school gives the same file. */
const ZIP_DAY = '2026-01-01';
