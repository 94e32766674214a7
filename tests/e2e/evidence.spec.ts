import { ask, cookieFor } from './ask.ts';
import { expect, test } from './test.ts';

test('what waits for a check is served to those who check, and is not there for anybody else', async ({
  app,
}) => {
  const lead = await cookieFor(app, 'dsl');
  const queue = await ask(app, '/dsl/checks', { cookie: lead });
  const [, waiting = ''] = /\/dsl\/checks\/(\d+)/.exec(queue.text) ?? [];
  const path = `/evidence/completions/${waiting}/1`;
  const { status, headers } = await ask(app, path, { cookie: lead });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': expect.stringMatching(/^(image\/(jpeg|png)|application\/pdf)$/),
    'content-disposition': expect.stringMatching(/^(inline|attachment); filename="[\w ._-]+"/),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  for (const persona of ['safeguarding-governor', 'administrator', 'trust-lead']) {
    const answered = await ask(app, path, { cookie: await cookieFor(app, persona) });
    expect([persona, answered.status]).toEqual([persona, 404]);
  }
  const nobody = await ask(app, path, {});
  expect(nobody.status).toBe(303);
});
