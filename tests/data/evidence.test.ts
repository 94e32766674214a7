import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { claimFiles, listCompletionFiles, listSittingFiles } from '#app/data/evidence.ts';
import { evidencePath, filesInEvidence } from '#app/data/evidence-folder.ts';
import { sweepEvidence } from '#app/data/evidence-sweep.ts';
import { verifyEvidence } from '#app/data/evidence-verify.ts';
import { keepWaiting } from '#app/data/waiting-files.ts';
import { now, secondsAfter } from '#app/platform/clock.ts';
import { declarations, editions } from '#db/schema.ts';
import * as files from '#tests/support/evidence-files.ts';
import { completionWith, editionWith, sittingWith } from '#tests/support/evidence-rows.ts';
import { write } from '#tests/support/people.ts';
import {
  formOf,
  freshUploader,
  kept,
  rowsOf,
  type Sent,
  type Uploader,
  upload,
} from '#tests/support/uploads.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR = 60 * 60;

let zoe: Uploader;
let folder: string;
beforeEach(async () => {
  zoe = await freshUploader();
  folder = zoe.context.evidence.folder;
});

const certificate = (pages = 1): Sent => ({
  name: `${pages}.pdf`,
  content: files.pdf({ pages, content: `1 0 0 rg ${50 * pages} 600 100 100 re f` }),
});

async function waiting(...sent: Sent[]): Promise<string[]> {
  return (await upload(zoe, formOf(sent))).tokens;
}

/** Everything in the folder was changed so long ago. */
async function age(seconds: number): Promise<void> {
  const then = new Date(secondsAfter(now(), -seconds));
  for await (const { path } of filesInEvidence(folder)) utimesSync(path, then, then);
}

describe('files behind something', () => {
  test('are claimed once, in the order of the tokens, by whoever handed them in', async () => {
    const tokens = await waiting(certificate(1), certificate(2), certificate(3));
    const wanted = [...tokens].reverse();
    const claim = () =>
      write(zoe.database, (tx) => claimFiles(tx, zoe.accountId, ['nobody-has-this', ...wanted]));
    expect(claim().map(({ pages }) => pages)).toEqual([3, 2, 1]);
    expect(claim()).toEqual([]);
    expect(rowsOf(zoe).waiting).toEqual([]);
  });

  test('are listed in their order, of each completion and sitting apart', async () => {
    const first = completionWith(zoe, await waiting(certificate(1), certificate(2)));
    const second = completionWith(zoe, await waiting(certificate(2)));
    const none = completionWith(zoe, []);
    const listed = listCompletionFiles(zoe.database, [first, second, none]);
    expect([...listed.keys()]).toEqual([first, second]);
    expect(listed.get(first)).toEqual([
      {
        name: '1.pdf',
        mediaType: 'application/pdf',
        pages: 1,
        href: `/evidence/completions/${first}/1`,
        previewHref: `/evidence/completions/${first}/1?preview`,
      },
      expect.objectContaining({ pages: 2, href: `/evidence/completions/${first}/2` }),
    ]);
    const { database, schoolId, accountId } = zoe;
    const tokens = await waiting(certificate(4));
    const sittingId = sittingWith(database, schoolId, { accountId, tokens });
    const [sheet] = listSittingFiles(database, [sittingId]).get(sittingId) ?? [];
    expect(sheet).toMatchObject({ pages: 4, href: `/evidence/sittings/${sittingId}/1` });
    expect(listCompletionFiles(database, [])).toEqual(new Map());
  });
});

describe('the sweep', () => {
  test('takes what has waited for a day, with its preview, and nothing that stands behind anything', async () => {
    completionWith(zoe, await waiting(certificate(1)));
    const { database, schoolId, accountId } = zoe;
    sittingWith(database, schoolId, { accountId, tokens: await waiting(certificate(2)) });
    editionWith(database, schoolId, { accountId, tokens: await waiting(certificate(3)) });
    const before = kept(zoe);
    await waiting(certificate(4));
    await age(2 * HOUR);
    expect(await sweepEvidence(database, folder, now())).toEqual({ rows: 0, files: 0 });
    const tomorrow = secondsAfter(now(), 25 * HOUR);
    expect(await sweepEvidence(database, folder, tomorrow)).toEqual({ rows: 2, files: 2 });
    expect(kept(zoe)).toEqual(before);
    expect(rowsOf(zoe).files).toHaveLength(before.length);
  });

  test('leaves what is younger than an hour: its row may be on its way', async () => {
    mkdirSync(join(folder, 'ab'), { recursive: true });
    writeFileSync(join(folder, 'ab', `${'ab'.repeat(32)}.pdf`), 'whole');
    writeFileSync(join(folder, 'ab', `${'ab'.repeat(32)}.pdf.x.unfinished`), 'ha');
    await age(HOUR - 60);
    expect((await sweepEvidence(zoe.database, folder, now())).files).toBe(0);
    await age(HOUR + 60);
    expect((await sweepEvidence(zoe.database, folder, now())).files).toBe(2);
    expect(kept(zoe)).toEqual([]);
  });

  test('makes way for what is handed in again while it is old', async () => {
    const tokens = await waiting(certificate());
    const left = tokens.map((token): [string, string] => ['leave-out', token]);
    await upload(zoe, formOf([], left));
    await age(2 * HOUR);
    await waiting(certificate());
    expect((await sweepEvidence(zoe.database, folder, now())).files).toBe(0);
    expect((await verifyEvidence(zoe.database, folder)).faults).toEqual([]);
  });

  test('of a folder that was never made does nothing', async () => {
    expect(await sweepEvidence(zoe.database, folder, now())).toEqual({ rows: 0, files: 0 });
  });
});

describe('what waits for one account', () => {
  test('is forty files at most: the oldest give way', async () => {
    const { database, accountId } = zoe;
    const bytes = await files.picture();
    const file = { bytes, mediaType: 'image/jpeg', pages: null, preview: null } as const;
    const hand = (second: number) =>
      keepWaiting(database, folder, {
        accountId,
        name: 'a.jpg',
        file,
        now: secondsAfter(now(), second),
      });
    const tokens: string[] = [];
    for (let second = 0; second < 41; second++) tokens.push(await hand(second));
    const rows = rowsOf(zoe).waiting as { token: string }[];
    expect(rows).toHaveLength(40);
    expect(rows.map(({ token }) => token)).not.toContain(tokens[0]);
  });
});

describe('the verification', () => {
  test('names what is missing and what is damaged, and what it stands behind', async () => {
    completionWith(zoe, await waiting(certificate(1)));
    const { database, schoolId, accountId } = zoe;
    sittingWith(database, schoolId, { accountId, tokens: await waiting(certificate(2)) });
    expect(await verifyEvidence(database, folder)).toEqual({ files: 4, faults: [], unnamed: [] });

    const rows = rowsOf(zoe).files as { sha256: string; pages: number | null }[];
    const pathOf = (pages: number) => {
      const sha256 = rows.find((row) => row.pages === pages)?.sha256 ?? '';
      return evidencePath(folder, { sha256, mediaType: 'application/pdf' });
    };
    writeFileSync(pathOf(1), 'damaged');
    rmSync(pathOf(2));
    writeFileSync(join(folder, 'letter.txt'), 'somebody’s');
    const { faults, unnamed } = await verifyEvidence(database, folder);
    expect(faults.map(({ state, behind }) => [state, behind])).toEqual(
      expect.arrayContaining([
        ['damaged', [expect.stringMatching(/^1\.pdf, of Zoë Marsh \(Grange\), for r/)]],
        ['missing', ['the register of INSET on 2026-11-02']],
      ]),
    );
    rmSync(folder, { recursive: true });
    const all = (await verifyEvidence(database, folder)).faults.flatMap(({ behind }) => behind);
    expect(all).toContain('the first page of the register of INSET on 2026-11-02');
    expect(unnamed).toEqual([join(folder, 'letter.txt')]);
  });

  test('names those who read a file that its edition has no more', async () => {
    const { database, schoolId, accountId } = zoe;
    const tokens = await waiting(certificate(1));
    const editionId = editionWith(database, schoolId, { accountId, tokens });
    const completionId = completionWith(zoe, []);
    write(database, (tx) => {
      const [edition] = tx.select().from(editions).where(eq(editions.id, editionId)).all();
      const words = 'I have read it.';
      const fileSha256 = edition?.fileSha256;
      tx.insert(declarations).values({ completionId, words, parts: [], fileSha256 }).run();
      tx.update(editions).set({ fileSha256: null, fileName: null }).run();
    });
    rmSync(folder, { recursive: true });
    const { faults } = await verifyEvidence(database, folder);
    expect(faults.flatMap(({ behind }) => behind)).toContain('what 1 person declared to have read');
  });
});
