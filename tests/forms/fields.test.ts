import { describe, expect, test } from 'vitest';
import { Fields, readId } from '#app/forms/fields.ts';
import { formOf } from '#tests/forms/support.ts';

const NAME = { what: 'The name', missing: 'Enter a name' };

function readText(typed: string) {
  const fields = new Fields(formOf({ name: typed }));
  return fields.parsed(fields.text('name', NAME));
}

function readDay(day: string, month: string, year: string) {
  const fields = new Fields(formOf({ 'on-day': day, 'on-month': month, 'on-year': year }));
  return fields.parsed(fields.day('on', { what: 'The day', missing: 'Enter the day' }));
}

describe('words', () => {
  test.each([
    ["O'Neill", "O'Neill"],
    ['  Zoe\u0308  ', 'Zoë'],
    ["'; DROP TABLE people; --", "'; DROP TABLE people; --"],
    ['100%_\\', '100%_\\'],
    ['<img onerror=alert(1)>', '<img onerror=alert(1)>'],
    ['Ann\r\nBcc: all@example.org', 'Ann Bcc: all@example.org'],
    ['Nguyễn\u00a0An', 'Nguyễn An'],
    ['🙂', '🙂'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(readText(typed)).toEqual({ ok: true, command: kept });
  });

  test.each([
    ['NUL', 'An\0n'],
    ['a control character', 'An\u0007n'],
    ['half of a surrogate pair', 'An\ud83dn'],
    ['a right-to-left override', 'An\u202en'],
    ['a right-to-left mark', 'An\u200fn'],
    ['an isolate', 'An\u2066n'],
    ['a zero-width space', 'An\u200bn'],
    ['a byte order mark', '\ufeffAnn'],
    ['a garbled character', 'An\ufffdn'],
  ])('%s is refused', (_, typed) => {
    const parsed = readText(typed);
    expect(parsed).toMatchObject({ ok: false, errors: [{ field: 'name' }] });
    if (!parsed.ok) expect(parsed.errors[0]?.message).toContain('hidden character');
  });

  test.each(['', '   ', '\u00a0', '\r\n'])('%j is nothing', (typed) => {
    expect(readText(typed)).toMatchObject({ errors: [{ message: 'Enter a name' }] });
  });

  test('words that are too long are refused and shown again', () => {
    const parsed = readText('a'.repeat(201));
    expect(parsed).toMatchObject({
      errors: [{ message: 'The name must be 200 characters or fewer' }],
      values: { name: 'a'.repeat(201) },
    });
  });

  test('a file in place of words is nothing', () => {
    const form = new FormData();
    form.set('name', new File(['x'], 'name.txt'));
    const fields = new Fields(form);
    expect(fields.parsed(fields.text('name', NAME)).ok).toBe(false);
  });
});

describe('what was typed', () => {
  test('comes back without passwords, the key of the form and hidden characters', () => {
    const form = formOf({ name: '', email: 'a\u202eb', password: 'secret', formKey: 'k' });
    form.append('who', '1');
    form.append('who', '2');
    form.append('__proto__', 'x');
    const fields = new Fields(form);
    const parsed = fields.parsed(fields.text('name', NAME));
    expect(parsed.ok ? null : parsed.values).toEqual({ name: '', email: 'ab', who: ['1', '2'] });
  });
});

describe('a day', () => {
  test.each([
    ['3', '9', '2026', '2026-09-03'],
    ['03', '09', '2026', '2026-09-03'],
    ['3', 'September', '2026', '2026-09-03'],
    [' 3 ', 'sept.', '2026', '2026-09-03'],
    ['29', '2', '2028', '2028-02-29'],
  ])('%s %s %s is %s', (day, month, year, expected) => {
    expect(readDay(day, month, year)).toEqual({ ok: true, command: expected });
  });

  test.each([
    ['31', '2', '2026', 'The day must be a real day, like 27 3 2026'],
    ['29', '2', '2027', 'The day must be a real day, like 27 3 2026'],
    ['00', '00', '0000', 'Check the year: 0'],
    ['0', '1', '2026', 'The day must be a real day, like 27 3 2026'],
    ['1', '13', '2026', 'The day must be a real day, like 27 3 2026'],
    ['1', 'm', '2026', 'The day must be a real day, like 27 3 2026'],
    ['1e1', '1', '2026', 'The day must be a real day, like 27 3 2026'],
    ['٣', '1', '2026', 'The day must be a real day, like 27 3 2026'],
    ['1', '1', '20260', 'The year must have 4 digits, like 2026'],
    ['1', '1', '26', 'The year must have 4 digits, like 2026'],
    ['1', '', '2026', 'The day must include a month'],
    ['1', '', '', 'The day must include a month and a year'],
    ['', '', '', 'Enter the day'],
  ])('%s/%s/%s is refused: %s', (day, month, year, message) => {
    expect(readDay(day, month, year)).toMatchObject({ errors: [{ field: 'on', message }] });
  });
});

describe('ids', () => {
  test.each(['1', '42', '9007199254740991'])('%s is one', (text) => {
    expect(readId(text)).toBe(Number(text));
  });

  test.each(['', '0', '01', '-1', '1e3', '0x10', '1.0', ' 1', '9007199254740993', '1'.repeat(400)])(
    '%j is none',
    (text) => expect(readId(text)).toBeNull(),
  );

  test('what is ticked twice counts once', () => {
    const form = new FormData();
    for (const id of ['2', '1', '2']) form.append('who', id);
    expect(new Fields(form).ids('who', 'Choose')).toEqual([2, 1]);
  });

  test('nothing ticked, or something that is no id, is refused', () => {
    const none = new Fields(formOf({}));
    none.ids('who', 'Choose someone');
    const wrong = new Fields(formOf({ who: '1e3' }));
    wrong.ids('who', 'Choose someone');
    expect([none.errors, wrong.errors]).toEqual([
      [{ field: 'who', message: 'Choose someone' }],
      [{ field: 'who', message: 'Choose someone' }],
    ]);
  });
});

describe('choices', () => {
  const KNOWN = ['staff', 'governor'] as const;

  test.each(['', 'administrator', '__proto__', 'STAFF'])('%j is not among them', (value) => {
    const fields = new Fields(formOf({ category: value }));
    fields.choice('category', KNOWN, 'Choose a category');
    expect(fields.errors).toEqual([{ field: 'category', message: 'Choose a category' }]);
  });

  test('a known one is taken', () => {
    const fields = new Fields(formOf({ category: 'governor' }));
    expect(fields.choice('category', KNOWN, 'Choose')).toBe('governor');
    expect(fields.errors).toEqual([]);
  });

  test('an unknown one among several is refused', () => {
    const form = formOf({ category: 'staff' });
    form.append('category', 'everyone');
    const fields = new Fields(form);
    fields.choices('category', KNOWN, 'Choose');
    expect(fields.errors).toHaveLength(1);
  });
});

describe('numbers', () => {
  const RULE = { min: 0, max: 365, message: 'Enter days from 0 to 365' };

  test.each([
    ['0', 0],
    [' 60 ', 60],
    ['365', 365],
  ])('%j is %i', (text, value) => {
    expect(new Fields(formOf({ days: text })).whole('days', RULE)).toBe(value);
  });

  test.each(['', '-1', '366', '1e2', '0x10', '60.5', 'sixty', '9'.repeat(30)])(
    '%j is refused',
    (text) => {
      const fields = new Fields(formOf({ days: text }));
      fields.whole('days', RULE);
      expect(fields.errors).toEqual([{ field: 'days', message: 'Enter days from 0 to 365' }]);
    },
  );
});

describe('an e-mail address', () => {
  test.each([
    ['A.Teacher@Example.SCH.uk', 'a.teacher@example.sch.uk'],
    ["o'neill@example.org", "o'neill@example.org"],
    ['', null],
  ])('%j is %j', (typed, kept) => {
    const fields = new Fields(formOf({ email: typed }));
    expect(fields.optionalEmail('email')).toBe(kept);
    expect(fields.errors).toEqual([]);
  });

  test.each(['ann', 'ann@', '@example.org', 'a b@example.org', 'a@b@example.org', 'a@x'])(
    '%j is refused',
    (typed) => {
      const fields = new Fields(formOf({ email: typed }));
      fields.optionalEmail('email');
      expect(fields.errors).toHaveLength(1);
    },
  );

  test('a line break in it makes no second header', () => {
    const fields = new Fields(formOf({ email: 'a@example.org\r\nBcc: b@example.org' }));
    fields.optionalEmail('email');
    expect(fields.errors).toHaveLength(1);
  });
});
