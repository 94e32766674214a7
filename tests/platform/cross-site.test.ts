import { expect, test } from 'vitest';
import { isOurOwn, type Sent } from '#app/platform/cross-site.ts';

const OURS = 'https://indate.example';

test.each<[string, Partial<Sent>, boolean]>([
  ['a form of ours', { secFetchSite: 'same-origin', origin: OURS }, true],
  ['a form of ours, no Origin', { secFetchSite: 'same-origin' }, true],
  ['a foreign site', { secFetchSite: 'cross-site', origin: 'https://evil.example' }, false],
  ['a foreign site that claims our Origin', { secFetchSite: 'cross-site', origin: OURS }, false],
  ['another host of the same site', { secFetchSite: 'same-site', origin: OURS }, false],
  ['typed by hand', { secFetchSite: 'none' }, false],
  ['an unknown word', { secFetchSite: 'Same-Origin' }, false],
  ['an empty word', { secFetchSite: '', origin: OURS }, false],
  ['an old browser, our Origin', { origin: OURS }, true],
  ['an old browser, a foreign Origin', { origin: 'https://evil.example' }, false],
  ['an old browser, our host by http', { origin: 'http://indate.example' }, false],
  ['an old browser, another port', { origin: `${OURS}:8443` }, false],
  ['an old browser, our name as a beginning', { origin: `${OURS}.evil.example` }, false],
  ['an old browser in a sandbox', { origin: 'null' }, false],
  ['nothing said', {}, false],
])('%s: %j may change something: %s', (_who, sent, allowed) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    expect(isOurOwn({ method, ...sent }, OURS)).toBe(allowed);
  }
});

test('reading is open to links from anywhere', () => {
  for (const method of ['GET', 'HEAD']) {
    expect(isOurOwn({ method, secFetchSite: 'cross-site' }, OURS)).toBe(true);
  }
});
