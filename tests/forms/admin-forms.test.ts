import { describe, expect, test } from 'vitest';
import { parseAbsence } from '#app/forms/absence.ts';
import { parseAppointment, parseLeaving, parseRemoval } from '#app/forms/appointment.ts';
import { parseExemption } from '#app/forms/exemption.ts';
import { readPage } from '#app/forms/page-number.ts';
import type { Parsed } from '#app/forms/parsed.ts';
import { parsePeopleView, peopleAddress } from '#app/forms/people-list.ts';
import { parseNewPerson, parsePerson } from '#app/forms/person.ts';
import { parseKind, parseSettings, parseTerms } from '#app/forms/school-settings.ts';
import { formOf, typedDay } from './support.ts';

function errorsOf(parsed: Parsed<unknown>): Record<string, string> {
  if (parsed.ok) return {};
  return Object.fromEntries(parsed.errors.map(({ field, message }) => [field, message]));
}

describe('a person', () => {
  const WHOLE = { firstName: 'Zoë', lastName: 'Marsh', email: 'Z@Example.org', ref: ' 12 ' };

  test('is read whole', () => {
    expect(parsePerson(formOf(WHOLE))).toEqual({
      ok: true,
      command: { firstName: 'Zoë', lastName: 'Marsh', email: 'z@example.org', ref: '12' },
    });
  });

  test('one name is enough', () => {
    expect(parsePerson(formOf({ firstName: 'Sunita' })).ok).toBe(true);
    expect(parsePerson(formOf({ lastName: 'Sunita' })).ok).toBe(true);
  });

  test('no name at all is refused once, and what was typed is kept', () => {
    const parsed = parsePerson(formOf({ firstName: ' ', email: 'z@example.org' }));
    expect(parsed).toEqual({
      ok: false,
      errors: [{ field: 'lastName', message: 'Enter a name' }],
      values: { firstName: ' ', email: 'z@example.org' },
    });
  });

  test('what was added to the form changes nothing', () => {
    const form = formOf({ ...WHOLE, school_id: '2', schoolId: '2', role: 'administrator' });
    const parsed = parsePerson(form);
    expect(parsed.ok && Object.keys(parsed.command)).toEqual([
      'firstName',
      'lastName',
      'email',
      'ref',
    ]);
  });

  test('somebody new needs an appointment and its first day', () => {
    const parsed = parseNewPerson(formOf({ lastName: 'Marsh', kind: '1e3' }));
    expect(errorsOf(parsed)).toEqual({
      kind: 'Choose an appointment',
      from: 'Enter the first day of the appointment',
    });
  });
});

describe('days from and to', () => {
  test('the last day may be open', () => {
    const parsed = parseAbsence(formOf(typedDay('from', '2026-10-01')));
    expect(parsed).toEqual({ ok: true, command: { from: '2026-10-01', to: null } });
  });

  test('the last day may be the first', () => {
    const days = { ...typedDay('from', '2026-10-01'), ...typedDay('to', '2026-10-01') };
    expect(parseAppointment(formOf({ kind: '3', ...days })).ok).toBe(true);
  });

  test('the last day may not come before the first', () => {
    const days = { ...typedDay('from', '2026-10-01'), ...typedDay('to', '2026-09-30') };
    expect(errorsOf(parseAppointment(formOf({ kind: '3', ...days })))).toEqual({
      to: 'The last day must be on or after the first day',
    });
  });
});

describe('leaving', () => {
  test.each([
    ['a day', typedDay('lastDay', '2026-12-18'), { lastDay: '2026-12-18' }],
    ['no day yet', { notKnown: 'yes' }, { lastDay: null }],
  ])('%s is enough', (_, typed, command) => {
    expect(parseLeaving(formOf(typed))).toEqual({ ok: true, command });
  });

  test('neither, and both, are refused', () => {
    expect(Object.keys(errorsOf(parseLeaving(formOf({}))))).toEqual(['lastDay']);
    const both = formOf({ notKnown: 'yes', ...typedDay('lastDay', '2026-12-18') });
    expect(Object.keys(errorsOf(parseLeaving(both)))).toEqual(['notKnown']);
  });

  test('taking an appointment away needs a reason', () => {
    expect(errorsOf(parseRemoval(formOf({ why: '\n' })))).toEqual({
      why: 'Say what was wrong with it',
    });
  });
});

describe('an exemption', () => {
  test('needs what, from when, until when and why', () => {
    expect(Object.keys(errorsOf(parseExemption(formOf({}))))).toEqual([
      'requirement',
      'from',
      'to',
      'reason',
    ]);
  });

  test('keeps the lines of its reason', () => {
    const days = { ...typedDay('from', '2026-10-01'), ...typedDay('to', '2026-12-01') };
    const parsed = parseExemption(formOf({ requirement: '4', reason: 'One\r\ntwo ', ...days }));
    expect(parsed.ok && parsed.command.reason).toBe('One\ntwo');
  });
});

describe('the school', () => {
  const SETTINGS = {
    name: 'Grange',
    shortName: 'Grange',
    noticeDays: '60',
    gapDays: '90',
    returnDays: '7',
  };

  test('settings are read', () => {
    expect(parseSettings(formOf(SETTINGS))).toMatchObject({ ok: true, command: { gapDays: 90 } });
  });

  test.each([
    ['noticeDays', '0'],
    ['noticeDays', '366'],
    ['gapDays', '-1'],
    ['returnDays', '1e1'],
  ])('%s cannot be %s', (name, value) => {
    expect(Object.keys(errorsOf(parseSettings(formOf({ ...SETTINGS, [name]: value }))))).toEqual([
      name,
    ]);
  });

  test('terms are the rows that are filled in', () => {
    const form = formOf({
      'name-0': 'Autumn 2026',
      ...typedDay('from-0', '2026-09-01'),
      ...typedDay('to-0', '2026-12-18'),
      'name-1': ' ',
      'name-2': 'Spring 2027',
      ...typedDay('from-2', '2027-01-04'),
      ...typedDay('to-2', '2027-03-26'),
    });
    const parsed = parseTerms(form);
    expect(parsed.ok && parsed.command.map(({ name }) => name)).toEqual([
      'Autumn 2026',
      'Spring 2027',
    ]);
  });

  test('a row that is begun is to be finished', () => {
    expect(errorsOf(parseTerms(formOf({ 'name-1': 'Spring 2027' })))).toEqual({
      'from-1': 'Enter the first day of Spring 2027',
      'to-1': 'Enter the last day of Spring 2027',
    });
  });

  test('a kind of appointment needs a name and a known group', () => {
    expect(errorsOf(parseKind(formOf({ category: 'pupil' })))).toEqual({
      label: 'Enter what the appointment is called',
      category: 'Choose which group it belongs to',
    });
  });
});

describe('the list of people in the address', () => {
  test('what is unknown is left out', () => {
    const params = new URLSearchParams('who=everyone&category=pupil&page=1e3&q=%25_');
    expect(parsePeopleView(params)).toEqual({
      q: '%_',
      category: null,
      kind: null,
      who: 'here',
      page: 1,
    });
  });

  test('comes back as it was', () => {
    const address = '/admin/people?q=O%27Neill&category=staff&kind=teacher&who=left&page=3';
    const view = parsePeopleView(new URL(address, 'http://localhost').searchParams);
    expect(peopleAddress(view)).toBe(address);
  });

  test.each(['', '0', '-1', '1.5', '0x10', '9'.repeat(20)])('page %j is the first', (page) => {
    expect(readPage(new URLSearchParams({ page }))).toBe(1);
  });
});
