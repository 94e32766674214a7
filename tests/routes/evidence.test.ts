import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dispositionOf } from '#app/auth/serve-file.ts';
import { evidencePath } from '#app/data/evidence-folder.ts';
import { day } from '#app/domain/days.ts';
import { loader as ofCompletion } from '#app/routes/evidence.completions.$completionId.$position.ts';
import { loader as ofEdition } from '#app/routes/evidence.editions.$editionId.ts';
import { loader as ofSitting } from '#app/routes/evidence.sittings.$sittingId.$position.ts';
import { loader as ofWaiting } from '#app/routes/evidence.waiting.$token.ts';
import { appointments, declarations, editions, withdrawals } from '#db/schema.ts';
import { contextFor, request, signInAs } from '#tests/support/context.ts';
import * as files from '#tests/support/evidence-files.ts';
import { completionWith, editionWith, sittingWith } from '#tests/support/evidence-rows.ts';
import { makeAccount, makeSchool, write } from '#tests/support/people.ts';
import {
  formOf,
  freshUploader,
  type Uploader,
  upload,
  uploaderAt,
} from '#tests/support/uploads.ts';

vi.setConfig({ testTimeout: 60_000 });

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;

/** What this person is answered: by the loader itself, as bytes. */
async function answerTo(
  who: Pick<Uploader, 'database'> & { cookie: string },
  loader: Loader,
  params: Record<string, string>,
  query = '',
) {
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const context = contextFor(who.database, { report });
  const args = { request: request(`/evidence${query}`, who.cookie), context, params };
  const answered = await loader(args as unknown as LoaderFunctionArgs).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  const { status, headers } = answered;
  return { status, headers, bytes: Buffer.from(await answered.arrayBuffer()), reported };
}

let zoe: Uploader;
let lead: Uploader;
const certificate = files.pdf();

beforeEach(async () => {
  zoe = await freshUploader();
  lead = await uploaderAt(zoe.database, zoe.schoolId, 'Dee Lead', [{ kind: 'dsl' }]);
});

async function waitingOf(who: Uploader, content: Uint8Array = certificate, name = 'a.pdf') {
  return (await upload(who, formOf([{ name, content }]))).tokens;
}

describe('a file behind a completion', () => {
  let params: Record<string, string>;
  beforeEach(async () => {
    const completionId = completionWith(zoe, await waitingOf(zoe));
    params = { completionId: String(completionId), position: '1' };
  });

  test('is served to the person, to those who check, and to nobody else', async () => {
    const elsewhere = makeSchool(zoe.database, 1, 'Parkside');
    const at = (kind: string, schoolId = zoe.schoolId) =>
      uploaderAt(zoe.database, schoolId, `Kay ${kind}`, [{ kind }]);
    const trustLead = await makeAccount(zoe.database, { email: 't@example.org', leads: [1] });
    const administers = [zoe.schoolId];
    const administrator = await makeAccount(zoe.database, { email: 'a@example.org', administers });
    const { database } = zoe;
    const statuses = {
      herself: (await answerTo(zoe, ofCompletion, params)).status,
      lead: (await answerTo(lead, ofCompletion, params)).status,
      deputy: (await answerTo(await at('deputy-dsl'), ofCompletion, params)).status,
      headteacher: (await answerTo(await at('headteacher'), ofCompletion, params)).status,
      colleague: (await answerTo(await at('teacher'), ofCompletion, params)).status,
      governor: (await answerTo(await at('safeguarding-governor'), ofCompletion, params)).status,
      otherLead: (await answerTo(await at('dsl', elsewhere), ofCompletion, params)).status,
      trustLead: (
        await answerTo(
          { database, cookie: await signInAs(database, trustLead) },
          ofCompletion,
          params,
        )
      ).status,
      administrator: (
        await answerTo(
          { database, cookie: await signInAs(database, administrator) },
          ofCompletion,
          params,
        )
      ).status,
      signedOut: (await answerTo({ database, cookie: '' }, ofCompletion, params)).status,
    };
    expect(statuses).toEqual({
      herself: 200,
      lead: 200,
      deputy: 200,
      headteacher: 200,
      colleague: 404,
      governor: 404,
      otherLead: 404,
      trustLead: 404,
      administrator: 404,
      signedOut: 303,
    });
  });

  test('comes whole, to be saved, run by nothing and kept by nobody', async () => {
    const { status, headers, bytes } = await answerTo(lead, ofCompletion, params);
    expect(status).toBe(200);
    expect(bytes.equals(certificate)).toBe(true);
    expect(Object.fromEntries(headers)).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
  });

  test('of a PDF, its first page is a picture', async () => {
    const { headers, bytes } = await answerTo(lead, ofCompletion, params, '?preview');
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="a.jpg"/);
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  });

  test('that is a picture is looked at, and is its own preview', async () => {
    const tokens = await waitingOf(zoe, await files.photograph(), 'IMG 1.HEIC');
    const id = String(completionWith(zoe, tokens));
    const of = { completionId: id, position: '1' };
    const whole = await answerTo(zoe, ofCompletion, of);
    const preview = await answerTo(zoe, ofCompletion, of, '?preview');
    expect(whole.headers.get('content-disposition')).toMatch(/^inline; filename="IMG 1.jpg"/);
    expect(preview.bytes.equals(whole.bytes)).toBe(true);
  });

  test.each([
    ['another place', { position: '2' }],
    ['no place', { position: '0' }],
    ['a place before', { position: '-1' }],
    ['another completion', { completionId: '99999' }],
    ['no number', { completionId: '1e3' }],
    ['a path', { position: '../1' }],
  ])('at %s there is nothing', async (_what, wrong) => {
    expect((await answerTo(lead, ofCompletion, { ...params, ...wrong })).status).toBe(404);
  });

  test.each([
    ['damaged', (path: string) => writeFileSync(path, 'something else')],
    ['cut off', (path: string) => writeFileSync(path, certificate.subarray(0, 100))],
    ['gone', (path: string) => rmSync(path)],
  ])('that is %s is never served: 503, and the log names it', async (_what, spoil) => {
    const sha256 = createHash('sha256').update(certificate).digest('hex');
    const file = { sha256, mediaType: 'application/pdf' } as const;
    spoil(evidencePath(zoe.context.evidence.folder, file));
    const { status, bytes, reported } = await answerTo(lead, ofCompletion, params);
    expect(status).toBe(503);
    expect(bytes.toString()).toContain('It is no longer as it was handed in');
    expect(String(reported[0])).toContain(sha256);
  });
});

describe('a file behind what', () => {
  let params: Record<string, string>;
  let completionId: number;
  beforeEach(async () => {
    completionId = completionWith(zoe, await waitingOf(zoe));
    params = { completionId: String(completionId), position: '1' };
  });

  test('was withdrawn stays where it was, for the same people', async () => {
    write(zoe.database, (tx) => {
      const withdrawnAt = '2026-11-10T09:00:00.000Z';
      tx.insert(withdrawals).values({ completionId, reason: 'Twice', withdrawnAt }).run();
    });
    expect((await answerTo(zoe, ofCompletion, params)).status).toBe(200);
    expect((await answerTo(lead, ofCompletion, params)).status).toBe(200);
  });

  test('somebody left behind who is gone is for those who check, and no longer for them', async () => {
    const endsOn = day('2020-12-31');
    write(zoe.database, (tx) => {
      const isHers = eq(appointments.personId, zoe.personId);
      tx.update(appointments).set({ endsOn }).where(isHers).run();
    });
    expect((await answerTo(zoe, ofCompletion, params)).status).toBe(303);
    expect((await answerTo(lead, ofCompletion, params)).status).toBe(200);
  });
});

test('a sheet that several signed is for those who check, and for none of the signers', async () => {
  const completionId = completionWith(zoe, await waitingOf(zoe));
  write(zoe.database, (tx) => {
    const words = 'I confirm that I have read all of it.';
    tx.insert(declarations).values({ completionId, words, parts: [], isOnBehalf: true }).run();
  });
  const params = { completionId: String(completionId), position: '1' };
  expect((await answerTo(lead, ofCompletion, params)).status).toBe(200);
  expect((await answerTo(zoe, ofCompletion, params)).status).toBe(404);
  expect((await answerTo(zoe, ofCompletion, params, '?preview')).status).toBe(404);
});

test('a register’s file is for those who see the sessions of its school', async () => {
  const { database, schoolId } = zoe;
  const tokens = await waitingOf(lead);
  const sittingId = sittingWith(database, schoolId, { accountId: lead.accountId, tokens });
  const params = { sittingId: String(sittingId), position: '1' };
  expect((await answerTo(lead, ofSitting, params)).bytes.equals(certificate)).toBe(true);
  expect((await answerTo(zoe, ofSitting, params)).status).toBe(404);
  const parkside = makeSchool(database, 1, 'Parkside');
  const other = await uploaderAt(database, parkside, 'Ann Other', [{ kind: 'dsl' }]);
  expect((await answerTo(other, ofSitting, params)).status).toBe(404);
});

test('an edition’s file is for everybody of its school', async () => {
  const { database, schoolId } = zoe;
  const tokens = await waitingOf(lead, certificate, 'Code of conduct.pdf');
  const editionId = editionWith(database, schoolId, { accountId: lead.accountId, tokens });
  const params = { editionId: String(editionId) };
  const { bytes, headers } = await answerTo(zoe, ofEdition, params);
  expect(bytes.equals(certificate)).toBe(true);
  expect(headers.get('content-disposition')).toContain('filename="Code of conduct.pdf"');
  const other = await uploaderAt(database, makeSchool(database, 1, 'Parkside'), 'Ann Other');
  expect((await answerTo(other, ofEdition, params)).status).toBe(404);
});

test('the file of a draft is for those alone who see drafts', async () => {
  const tokens = await waitingOf(lead);
  const { accountId } = lead;
  const editionId = editionWith(zoe.database, zoe.schoolId, { accountId, tokens });
  write(zoe.database, (tx) => tx.update(editions).set({ state: 'draft' }).run());
  const params = { editionId: String(editionId) };
  expect((await answerTo(lead, ofEdition, params)).status).toBe(200);
  expect((await answerTo(zoe, ofEdition, params)).status).toBe(404);
});

test('what waits is for whoever handed it in', async () => {
  const [token = ''] = await waitingOf(zoe);
  expect((await answerTo(zoe, ofWaiting, { token })).bytes.equals(certificate)).toBe(true);
  expect((await answerTo(zoe, ofWaiting, { token }, '?preview')).status).toBe(200);
  expect((await answerTo(lead, ofWaiting, { token })).status).toBe(404);
});

test.each([
  ['Zoë’s 🎓.pdf', `"Zoe_s __.pdf"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20%F0%9F%8E%93.pdf`],
  ['a"; filename="b.html', `"a__ filename__b.pdf"; filename*=UTF-8''a%22%3B%20filename%3D%22b.pdf`],
  ['certificate.exe', `"certificate.pdf"; filename*=UTF-8''certificate.pdf`],
  ["it's (2)*.pdf", `"it_s _2__.pdf"; filename*=UTF-8''it%27s%20%282%29%2A.pdf`],
  ['.pdf', `"file.pdf"; filename*=UTF-8''file.pdf`],
])('the name %s is harmless in a header', (name, told) => {
  const disposition = dispositionOf('application/pdf', name);
  expect(disposition).toBe(`attachment; filename=${told}`);
  expect(new Headers({ disposition }).get('disposition')).toBe(disposition);
});
