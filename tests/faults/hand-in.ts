import fs, { readdirSync, rmSync, writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import BetterSqlite3 from 'better-sqlite3';

/**
 * Run as a process of its own: hands one certificate in, from the file to the completion, and says
 * `waits` and `claimed` when each has been acknowledged. Before the step with the number that it is
 * told it is killed; with 0 it says how many steps there are. Told `full`, it tries again and again
 * with the disk full at each step in turn, and says what each try came to.
 */
const [dataDir = '', personId, requirementId, accountId, fault = '0'] = process.argv.slice(2);

let steps = 0;
let failing = 0;

/** Everything that reaches the disk counts as a step: of files, and of the database. */
function step(): void {
  steps += 1;
  if (steps === Number(fault)) process.kill(process.pid, 'SIGKILL');
  if (steps === failing) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
}

type Work = (...given: unknown[]) => unknown;

function counted<Name extends string>(holder: Record<Name, Work>, ...names: Name[]): void {
  for (const name of names) {
    const work = holder[name];
    holder[name] = function stepped(this: unknown, ...given: unknown[]) {
      step();
      return work.apply(this, given);
    } as Work;
  }
}

const promises = fs.promises as unknown as Record<string, Work>;
const handle = await fs.promises.open(process.execPath);
counted(Object.getPrototypeOf(handle), 'writeFile', 'sync', 'close');
await handle.close();
counted(promises, 'mkdir', 'open', 'rename', 'utimes');
if (fault !== 'full') {
  const statement = new BetterSqlite3(':memory:').prepare('SELECT 1');
  counted(Object.getPrototypeOf(statement), 'run');
  counted(BetterSqlite3.prototype as unknown as Record<string, Work>, 'exec');
}
syncBuiltinESMExports();

const { addCompletion } = await import('#app/data/completions.ts');
const { openDatabase, transact } = await import('#app/data/database.ts');
const { addCompletionFiles, claimFiles } = await import('#app/data/evidence.ts');
const { pathsIn } = await import('#app/data/folder.ts');
const { keepWaiting } = await import('#app/data/waiting-files.ts');
const { day } = await import('#app/domain/days.ts');
const { now } = await import('#app/platform/clock.ts');

const { database: file, evidence } = pathsIn(dataDir);
const database = openDatabase(file);
steps = 0;

const account = Number(accountId);
const certificate = {
  bytes: Buffer.from('%PDF-1.4 a certificate %%EOF'),
  mediaType: 'application/pdf',
  pages: 1,
  preview: Buffer.from('its first page'),
} as const;
const given = { accountId: account, name: 'certificate.pdf', file: certificate, now: now() };
await (fault === 'full' ? handInUntilThereIsRoom() : handIn());

async function handInUntilThereIsRoom(): Promise<void> {
  for (failing = 1; ; failing++) {
    steps = 0;
    try {
      await keepWaiting(database, evidence, given);
      return;
    } catch (error) {
      const left = readdirSync(dataDir, { recursive: true }).map(String);
      const unfinished = left.filter((name) => name.endsWith('.unfinished')).length;
      const rows = database.$client.prepare('SELECT sha256 FROM evidence_files').all().length;
      const { code } = error as NodeJS.ErrnoException;
      writeSync(1, `${code}: ${unfinished} unfinished, ${rows} rows\n`);
      rmSync(evidence, { recursive: true, force: true });
    }
  }
}

async function handIn(): Promise<void> {
  const token = await keepWaiting(database, evidence, given);
  writeSync(1, 'waits\n');
  await transact(database, (transaction) => {
    const completionId = addCompletion(transaction, {
      personId: Number(personId),
      requirementId: Number(requirementId),
      completedOn: day('2026-11-02'),
      evidence: 'certificate',
      recordedAt: now(),
      recordedBy: account,
    });
    addCompletionFiles(transaction, completionId, claimFiles(transaction, account, [token]));
  });
  writeSync(1, `claimed\n${steps} steps\n`);
}
