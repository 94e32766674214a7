import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, SettingError } from '#app/platform/env.ts';

describe('settings', () => {
  test('each has a default that works', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      origin: 'http://localhost:3000',
      isSecure: false,
      trustedProxy: null,
      logLevel: 'info',
    });
  });

  test('the origin follows the port where it is not set', () => {
    expect(readSettings({ PORT: '8080' }).origin).toBe('http://localhost:8080');
  });

  test('a setting set to nothing counts as not set', () => {
    expect(readSettings({ PORT: '', ORIGIN: ' ', TRUSTED_PROXY: '' })).toEqual(readSettings({}));
  });

  test('an https origin makes it secure, and may end with a slash', () => {
    const settings = readSettings({ ORIGIN: 'https://indate.school.example/' });
    expect(settings).toMatchObject({ origin: 'https://indate.school.example', isSecure: true });
  });

  test.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['HOST', 'not a host'],
    ['DATA_DIR', 'a\0b'],
    ['ORIGIN', 'indate.example'],
    ['ORIGIN', 'ftp://indate.example'],
    ['ORIGIN', 'https://indate.example/path'],
    ['ORIGIN', 'https://somebody@indate.example'],
    ['TRUSTED_PROXY', 'everyone'],
    ['TRUSTED_PROXY', '10.0.0.0/8'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%j stops it with one line that says what is wanted', (name, value) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(SettingError);
    expect(read).toThrow(new RegExp(`^${name} is ".*": it must be .+\\.$`));
  });

  test('.env.example has a line for each, and its values are the defaults', () => {
    const lines = readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm);
    const example = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
    const names = ['DATA_DIR', 'HOST', 'LOG_LEVEL', 'ORIGIN', 'PORT', 'TRUSTED_PROXY'];
    expect(Object.keys(example).sort()).toEqual(names);
    expect(readSettings(example)).toEqual(readSettings({}));
  });
});
