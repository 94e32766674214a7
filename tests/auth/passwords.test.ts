import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword, passwordFault } from '#app/auth/passwords.ts';

const WHOSE = {
  email: 'bronwen.sayle@grange.example',
  name: 'Bronwen Sayle',
  school: 'Grange Primary School',
};

describe('a new password', () => {
  test.each([
    ['eleven char', 'Use at least 12 characters'],
    ['', 'Enter a password'],
    ['x'.repeat(129), 'Use at most 128 characters'],
    ['🔑'.repeat(11), 'Use at least 12 characters'],
    ['y'.repeat(1_000_000), 'Use at most 128 characters'],
  ])('of the wrong length is refused with what to do (case %#)', (password, message) => {
    expect(passwordFault(password, WHOSE)).toBe(message);
  });

  test.each([
    'password1234',
    'PassWord1234',
    '123456789012',
    'qwertyuiopas',
    'q1w2e3r4t5y6',
    'leavemealone',
    'aaaaaaaaaaaaaaaa',
    'heronheronheron',
    '210987654321',
  ])('that everybody tries first is refused: %s', (password) => {
    expect(passwordFault(password, WHOSE)).toMatch(/tried first/);
  });

  test.each(['Bronwen at work', 'my sayle boat 9', 'the old Grange 9', 'grange.example/9x'])(
    'that holds a name, the address or the school is refused: %s',
    (password) => {
      expect(passwordFault(password, WHOSE)).toMatch(/without your name/);
    },
  );

  test.each([
    'a heron over Severn weir',
    'primary colours 77',
    'ünïcödé is fine too',
    '   spaces   count   ',
    '🦊🐢🦉🐝🐙🦔🐌🦚🐋🦜🐇🐿',
    `${'ab¢défgh'.repeat(15)}12345678`,
  ])('of any characters is taken: %s', (password) => {
    expect(passwordFault(password, WHOSE)).toBeNull();
  });
});

describe('the hash of a password', () => {
  test('is argon2id with the parameters that OWASP names', async () => {
    expect(await hashPassword('a heron over Severn weir')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
  });

  test('belongs to the password as typed, spaces, capitals and emoji', async () => {
    const hash = await hashPassword(' Heron 🦆 weir  ');
    expect(await isPassword(hash, ' Heron 🦆 weir  ')).toBe(true);
    expect(await isPassword(hash, 'Heron 🦆 weir')).toBe(false);
    expect(await isPassword(hash, ' heron 🦆 weir  ')).toBe(false);
  });

  test('is the same however a keyboard writes the same character', async () => {
    const hash = await hashPassword('caf\u00e9 on the weir');
    expect(await isPassword(hash, 'cafe\u0301 on the weir')).toBe(true);
  });

  test('takes all of 128 characters into account', async () => {
    const long = 'abcdefgh'.repeat(16);
    const hash = await hashPassword(long);
    expect(await isPassword(hash, long)).toBe(true);
    expect(await isPassword(hash, `${long.slice(0, 127)}X`)).toBe(false);
  });

  test('matches nothing where there is none', async () => {
    expect(await isPassword(null, 'a heron over Severn weir')).toBe(false);
  });

  test('is not reckoned for a megabyte', async () => {
    const begun = performance.now();
    expect(await isPassword(null, 'z'.repeat(1_000_000))).toBe(false);
    expect(performance.now() - begun).toBeLessThan(10);
    expect(() => hashPassword('z'.repeat(1_000_000))).toThrow(RangeError);
  });
});

test('an unknown address takes as long as a wrong password', async () => {
  const hash = await hashPassword('a heron over Severn weir');
  const took = { unknown: [] as number[], wrong: [] as number[] };
  // By turns, so that whatever else the machine does falls on both.
  for (let n = 0; n < 9; n++) {
    took.unknown.push(await timed(() => isPassword(null, 'something else here')));
    took.wrong.push(await timed(() => isPassword(hash, 'something else here')));
  }
  const ratio = median(took.unknown) / median(took.wrong);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
