import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Database } from '#app/data/database.ts';
import { createExaminer, type Evidence } from '#app/platform/evidence/examiner.ts';

const examine = createExaminer();
const folders = new WeakMap<Database, string>();

/** What looks at files and keeps them for this database: beside its file, as a server has it. */
export function evidenceFor(database: Database): Evidence {
  const folder = folders.get(database) ?? folderOf(database.$client.name);
  folders.set(database, folder);
  return { examine, folder };
}

/** There only once something is kept in it. */
function folderOf(file: string): string {
  if (file !== ':memory:') return join(dirname(file), 'evidence');
  const folder = join(tmpdir(), `indate-evidence-${randomUUID()}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
