import { expect, test } from 'vitest';
import { safePath } from '#app/auth/safe-path.ts';

test.each([
  ['/my', '/my'],
  ['/dsl/matrix?status=overdue&name=O%27Neill', '/dsl/matrix?status=overdue&name=O%27Neill'],
  ['/dsl/people/12#history', '/dsl/people/12'],
  ['/', '/'],
  ['/%2Fevil', '/%2Fevil'],
])('%s is a page of this site', (text, path) => {
  expect(safePath(text)).toBe(path);
});

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/..//evil.example',
  '/x/../..//evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'https://evil.example/',
  'data:text/html,x',
  'my',
  '',
  ' /my',
  '/sign-in',
  '/sign-in?next=/my',
  '/sign-out',
  `/${'a'.repeat(3000)}`,
  null,
  undefined,
  12,
])('%j is none', (text) => {
  expect(safePath(text)).toBeNull();
});

test('a page whose name only begins like signing in is one', () => {
  expect(safePath('/sign-ins')).toBe('/sign-ins');
});
