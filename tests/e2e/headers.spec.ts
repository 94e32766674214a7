import { ask, cookieFor } from './ask.ts';
import { expect, test } from './test.ts';

/** What OWASP's secure-headers list asks of an answer, over plain http. */
const WANTED: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'x-permitted-cross-domain-policies': /^none$/,
  'permissions-policy': /geolocation=\(\)/,
  'cache-control': /no-store/,
};

const ANSWERS: [string, string][] = [
  ['signed out', '/sign-in'],
  ['signed out', '/my'],
  ['signed out', '/my.data'],
  ['dsl', '/dsl'],
  ['dsl', '/dsl/matrix.csv'],
  ['dsl', '/admin'],
  ['dsl', '/nothing-here'],
  ['safeguarding-governor', '/governors'],
  ['signed out', '/%00'],
];

for (const [persona, path] of ANSWERS) {
  test(`${path} as ${persona} carries the secure headers, and lets no script in`, async ({
    app,
  }) => {
    const cookie = await cookieFor(app, persona);
    const { headers, text } = await ask(app, path, { cookie });
    for (const [name, value] of Object.entries(WANTED)) expect(headers[name], name).toMatch(value);
    for (const name of ['x-powered-by', 'server']) expect(headers[name]).toBeUndefined();
    const policy = String(headers['content-security-policy']);
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1] ?? 'none';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/form-action 'self'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
    for (const [tag] of text.matchAll(/<(script|style)\b[^>]*>/g)) expect(tag).toContain(nonce);
    expect(text).not.toMatch(/<[^>]+\s(on\w+|style)=/);
  });
}

test('no two answers have one nonce', async ({ app }) => {
  const policies = await Promise.all([1, 2, 3].map(() => ask(app, '/sign-in')));
  const nonces = policies.map(({ headers }) => headers['content-security-policy']);
  expect(new Set(nonces).size).toBe(3);
});
