import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { closeDatabase, openDatabase } from '#app/data/database.ts';
import { listCompletionFiles } from '#app/data/evidence.ts';
import { sweepEvidence } from '#app/data/evidence-sweep.ts';
import { verifyEvidence } from '#app/data/evidence-verify.ts';
import { pathsIn } from '#app/data/folder.ts';
import { now, secondsAfter } from '#app/platform/clock.ts';
import { completions } from '#db/schema.ts';
import { addRequirement } from '#tests/operations/support.ts';
import { startNode } from '#tests/platform/processes.ts';
import { freshFolder } from '#tests/support/database.ts';
import { freshUploader, kept, rowsOf } from '#tests/support/uploads.ts';

vi.setConfig({ testTimeout: 300_000 });

/** A school in a folder of its own, and somebody who is about to hand a certificate in. */
async function aboutToHandIn(): Promise<{ dataDir: string; args: string[] }> {
  const zoe = await freshUploader();
  const requirementId = addRequirement(zoe, { key: 'prevent' });
  const dataDir = freshFolder();
  await zoe.database.$client.backup(join(dataDir, 'indate.db'));
  const args = [dataDir, zoe.schoolId, zoe.personId, requirementId, zoe.accountId].map(String);
  return { dataDir, args };
}

async function handIn(args: string[], fault: string, step: number) {
  const started = startNode(['tests/faults/hand-in.ts', ...args, fault, String(step)]);
  const { stdout, stderr, code } = await started.ended;
  return { said: stdout.split('\n').slice(0, -1), stderr, code };
}

/** How many steps it takes from the file to the completion. */
async function stepsOf(fault: string): Promise<number> {
  const { args } = await aboutToHandIn();
  const { said } = await handIn(args, fault, 0);
  expect(said.slice(0, 2)).toEqual(['waits', 'claimed']);
  return Number(said[2]?.split(' ')[0]);
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
  const steps = await stepsOf('kill');
  expect(steps).toBeGreaterThan(15);
  const stages = new Set<string>();
  for (let step = 1; step <= steps; step++) {
    const { dataDir, args } = await aboutToHandIn();
    const { said } = await handIn(args, 'kill', step);
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
  }
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
  const steps = await stepsOf('full');
  for (let step = 1; step <= steps; step++) {
    const { dataDir, args } = await aboutToHandIn();
    const { said, stderr, code } = await handIn(args, 'full', step);
    expect([said, code]).toEqual([[], 1]);
    expect(stderr).toContain('ENOSPC');
    const { atOnce, waiting, left } = await found(dataDir);
    expect([atOnce.files, waiting, left]).toEqual([0, 0, []]);
    expect(atOnce.unnamed.filter((path) => path.endsWith('.unfinished'))).toEqual([]);
  }
});
