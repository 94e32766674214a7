import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closeDatabase, openDatabase } from '#app/data/database.ts';
import { listCompletionFiles } from '#app/data/evidence.ts';
import { sweepEvidence } from '#app/data/evidence-sweep.ts';
import { verifyEvidence } from '#app/data/evidence-verify.ts';
import { pathsIn } from '#app/data/folder.ts';
import { now, secondsAfter } from '#app/platform/clock.ts';
import { createTurns } from '#app/platform/evidence/turns.ts';
import { completions } from '#db/schema.ts';
import { addRequirement } from '#tests/operations/support.ts';
import { startNode } from '#tests/platform/processes.ts';
import { freshFolder } from '#tests/support/database.ts';
import { freshUploader, kept, rowsOf } from '#tests/support/uploads.ts';

vi.setConfig({ testTimeout: 300_000 });

let made: { file: string; ids: number[] };
beforeAll(async () => {
  const zoe = await freshUploader();
  const requirementId = addRequirement(zoe, { key: 'prevent' });
  const file = join(mkdtempSync(join(tmpdir(), 'indate-faults-')), 'indate.db');
  await zoe.database.$client.backup(file);
  made = { file, ids: [zoe.personId, requirementId, zoe.accountId] };
});
afterAll(() => rmSync(dirname(made.file), { recursive: true }));

/** Somebody hands a certificate in, in a folder of its own, and meets this fault. */
async function handIn(fault: number | 'full') {
  const dataDir = freshFolder();
  copyFileSync(made.file, join(dataDir, 'indate.db'));
  const args = [dataDir, ...made.ids, fault].map(String);
  const { stdout, code } = await startNode(['tests/faults/hand-in.ts', ...args]).ended;
  return { dataDir, said: stdout.split('\n').slice(0, -1), code };
}

/** What is there after the fault, as the next start finds it, and after the sweep of a day later. */
async function found(dataDir: string) {
  const { database: file, evidence } = pathsIn(dataDir);
  const database = openDatabase(file);
  try {
    const zoe = { database, context: { evidence: { folder: evidence } } } as never;
    const atOnce = await verifyEvidence(database, evidence);
    const ids = database.select({ id: completions.id }).from(completions).all();
    const behind = listCompletionFiles(
      database,
      ids.map(({ id }) => id),
    );
    const waiting = rowsOf(zoe).waiting.length;
    await sweepEvidence(database, evidence, secondsAfter(now(), 25 * 60 * 60));
    const after = await verifyEvidence(database, evidence);
    return { atOnce, waiting, completions: ids.length, behind, after, left: kept(zoe) };
  } finally {
    closeDatabase(database);
  }
}

test('killed before each step from file to row, nothing acknowledged is lost and nothing is left', async () => {
  const whole = await handIn(0);
  expect(whole.said.slice(0, 2)).toEqual(['waits', 'claimed']);
  const steps = Number(whole.said[2]?.split(' ')[0]);
  expect(steps).toBeGreaterThan(15);
  const stages = new Set<string>();
  const turns = createTurns({ atOnce: 3, waiting: steps });
  const killAt = async (step: number) => {
    const { dataDir, said } = await handIn(step);
    expect(said).not.toContain('claimed');
    const { atOnce, waiting, completions, behind, after, left } = await found(dataDir);
    // A row never names what is not there, at no moment.
    expect(atOnce.faults).toEqual([]);
    if (said.includes('waits')) expect(waiting + completions).toBe(1);
    // A completion has its file behind it, or is not there.
    expect(behind.size).toBe(completions);
    expect(after).toMatchObject({ files: 2 * completions, faults: [], unnamed: [] });
    expect(left).toHaveLength(2 * completions);
    stages.add(`${atOnce.unnamed.length} unnamed, ${waiting} waiting, ${completions} done`);
  };
  await Promise.all(Array.from({ length: steps }, (_, step) => turns.take(() => killAt(step + 1))));
  // The faults fell before, between and after the files, and after the row.
  expect([...stages]).toEqual(
    expect.arrayContaining([
      '0 unnamed, 0 waiting, 0 done',
      '1 unnamed, 0 waiting, 0 done',
      '2 unnamed, 0 waiting, 0 done',
      '0 unnamed, 1 waiting, 0 done',
    ]),
  );
});

test('with the disk full at each step, nothing unfinished is left, and no row', async () => {
  const { dataDir, said, code } = await handIn('full');
  expect(code).toBe(0);
  expect(said.length).toBeGreaterThan(10);
  expect(new Set(said)).toEqual(new Set(['ENOSPC: 0 unfinished, 0 rows']));
  expect((await found(dataDir)).waiting).toBe(1);
});
