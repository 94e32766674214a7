import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAuditFaults } from '#app/data/audit.ts';
import { closeDatabase, openDatabase } from '#app/data/database.ts';
import { historyOf } from '#app/data/history.ts';
import { addRequirement, addTeacher, freshGround } from '#tests/operations/support.ts';
import { freshFolder } from '#tests/support/database.ts';

const KILLS = 50;

test(`killed ${KILLS} times in a storm of writes, it keeps every write that was acknowledged`, async () => {
  const file = join(freshFolder(), 'indate.db');
  const ground = freshGround();
  const requirementId = addRequirement(ground, { key: 'prevent' });
  const personId = addTeacher(ground);
  await ground.database.$client.backup(file);

  const acknowledged = new Set<number>();
  for (let kill = 0; kill < KILLS; kill++) {
    const ids = await stormUntilKilled([file, ground.schoolId, requirementId, personId], kill);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) acknowledged.add(id);
    const database = openDatabase(file);
    const kept = new Set(historyOf(database, personId).map(({ id }) => id));
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
    expect(findAuditFaults(database)).toEqual([]);
    expect(database.$client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    closeDatabase(database);
  }
}, 300_000);

/** Lets the storm blow until it has acknowledged a few writes, then kills it at any point of the next. */
function stormUntilKilled(args: (string | number)[], kill: number): Promise<number[]> {
  return new Promise((resolve) => {
    const storm = spawn('node_modules/.bin/node', ['tests/faults/storm.ts', ...args.map(String)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    storm.stdout.on('data', (text) => {
      said += text;
      if (said.split('\n').length > 3 + (kill % 7)) storm.kill('SIGKILL');
    });
    // A line that was cut off was not acknowledged.
    storm.once('close', () => resolve(said.split('\n').slice(0, -1).map(Number)));
  });
}
