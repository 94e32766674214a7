import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { writeEvidence } from '#app/data/evidence-folder.ts';
import { verifyEvidence } from '#app/data/evidence-verify.ts';
import { pathsIn } from '#app/data/folder.ts';
import { setMark } from '#app/data/marks.ts';
import { openForCommand, openForServer } from '#app/data/open.ts';
import { startNode } from '#tests/platform/processes.ts';
import { freshFolder } from '#tests/support/database.ts';
import * as files from '#tests/support/evidence-files.ts';
import { completionWith } from '#tests/support/evidence-rows.ts';
import { write } from '#tests/support/people.ts';
import { formOf, freshUploader, type Uploader, upload } from '#tests/support/uploads.ts';

// The commands run as they do for whoever runs InDate: as processes.
vi.setConfig({ testTimeout: 120_000 });

/** DATA_DIR of a school whose person has handed in a certificate. */
let dataDir: string;
let evidence: string;

let zoe: Uploader;

beforeEach(async () => {
  zoe = await freshUploader();
  write(zoe.database, (transaction) => setMark(transaction, 'kind', 'real'));
  dataDir = join(zoe.context.evidence.folder, '..');
  evidence = zoe.context.evidence.folder;
  const sent = [{ name: 'certificate.pdf', content: files.pdf() }];
  completionWith(zoe, (await upload(zoe, formOf(sent))).tokens);
  // What waits for a form is in no backup: its form is gone by then.
  await upload(zoe, formOf([{ name: 'b.pdf', content: files.pdf({ mediaBox: '0 0 300 300' }) }]));
  zoe.database.$client.pragma('wal_checkpoint(TRUNCATE)');
});

const command = (name: string, ...args: string[]) =>
  startNode([`app/commands/${name}.ts`, ...args], { DATA_DIR: dataDir }).ended;

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.\w+$/.test(name));
}

async function faultsNow() {
  const { database, close } = await openForCommand(dataDir);
  try {
    return (await verifyEvidence(database, evidence)).faults.length;
  } finally {
    close();
  }
}

/** One of the files that are kept: the certificate itself. */
function certificateIn(folder: string): string {
  const names = namesIn(folder).filter((name) => name.endsWith('.pdf'));
  return join(folder, names[0] ?? '');
}

test('a backup has the evidence beside it, and copies no file twice', async () => {
  const to = join(freshFolder(), 'one.db');
  const first = await command('backup', to);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('2 of 2 files of evidence in ');
  expect(first.stdout).toContain(', 2 of them new');
  expect(namesIn(join(to, '../evidence'))).toHaveLength(2);
  const second = await command('backup', join(to, '../two.db'));
  expect(second.stdout).toContain(', 0 of them new');
});

test('a backup has the first page of a PDF that waits for another form too', async () => {
  await upload(zoe, formOf([{ name: 'again.pdf', content: files.pdf() }]));
  const to = join(freshFolder(), 'one.db');
  expect((await command('backup', to)).stdout).toContain('2 of 2 files of evidence in ');
});

test('a backup says which evidence it could not have', async () => {
  const to = join(freshFolder(), 'one.db');
  for (const name of namesIn(evidence)) writeFileSync(join(evidence, name), 'damaged');
  const { code, stderr } = await command('backup', to);
  expect(code).toBe(1);
  expect(stderr.match(/ is damaged: it is not in the backup\./g)).toHaveLength(2);
});

describe('putting a backup back', () => {
  let backup: string;
  beforeEach(async () => {
    backup = join(freshFolder(), 'one.db');
    await command('backup', backup);
  });

  test('puts its evidence back, each file compared with its hash', async () => {
    rmSync(evidence, { recursive: true });
    const { code, stdout } = await command('restore', backup);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Checked and put back')]);
    expect(namesIn(evidence)).toHaveLength(2);
    // What waited for a form is not among it.
    expect(await faultsNow()).toBe(0);
  });

  test('needs no copy of what is there and sound', async () => {
    rmSync(join(backup, '../evidence'), { recursive: true });
    expect((await command('restore', backup)).code).toBe(0);
    expect(await faultsNow()).toBe(0);
  });

  test('is refused where evidence is lacking, unless that is wanted', async () => {
    rmSync(certificateIn(join(backup, '../evidence')));
    rmSync(evidence, { recursive: true });
    const before = readdirSync(dataDir).sort();
    const refused = await command('restore', backup);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/Of its evidence, 1 cannot be had .*\.pdf is missing/);
    expect(refused.stderr).toMatch(/what is there was left alone/);
    expect(readdirSync(dataDir).sort()).toEqual([...new Set([...before, 'indate.lock'])].sort());
    expect((await command('restore', backup, '--without-evidence')).code).toBe(0);
  });

  test('keeps the evidence of what was there, which the sweep would take', async () => {
    const empty = join(freshFolder(), 'indate.db');
    const other = freshFolder();
    const made = await openForServer({ dataDir: other, kind: 'real', now: '2026-11-16T09:00:00Z' });
    await made.database.$client.backup(empty);
    made.close();
    await command('restore', empty);
    rmSync(evidence, { recursive: true });
    const [kept = ''] = readdirSync(join(dataDir, 'backups')).filter((one) => one.endsWith('.db'));
    expect((await command('restore', join(dataDir, 'backups', kept))).code).toBe(0);
    expect(await faultsNow()).toBe(0);
  });
});

test('evidence-verify ends with 1 where a file is not what it was, and names it', async () => {
  expect(await command('evidence-verify')).toMatchObject({
    code: 0,
    stdout: '4 of 4 files are sound.\n',
  });
  const path = certificateIn(evidence);
  const kept = `${path}.kept`;
  copyFileSync(path, kept);
  writeFileSync(path, 'damaged');
  const { code, stdout, stderr } = await command('evidence-verify');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/\.pdf is damaged\. It stands behind: (certificate|b)\.pdf/);
  expect(stdout).toContain(`No row names ${kept}.`);
  expect(stdout).toMatch(/3 of 4 files are sound\.\nCopy what is missing or damaged from /);
});

test('a demo that starts over has the evidence of its own rows and no other', async () => {
  const folder = freshFolder();
  const wanted = { dataDir: folder, kind: 'demo', now: '2026-11-16T09:00:00.000Z' } as const;
  (await openForServer(wanted)).close();
  const { evidence: there } = pathsIn(folder);
  await writeEvidence(there, files.pdf(), 'application/pdf', wanted.now);
  (await openForServer({ ...wanted, startOver: true })).close();
  expect(namesIn(there)).toEqual([]);
});
