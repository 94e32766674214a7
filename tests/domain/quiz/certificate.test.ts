import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#app/domain/days.ts';
import { certificateStateOf, initialsOf } from '#app/domain/quiz/certificate.ts';
import { printedInWords } from '#app/domain/quiz/certificate-words.ts';
import type { Lasting } from '#app/domain/quiz/valid-to.ts';
import { someDay } from '../arbitraries.ts';

describe('a certificate', () => {
  const someFacts = fc.record({
    isWithdrawn: fc.boolean(),
    replacedOn: fc.option(someDay),
    validTo: fc.option(someDay),
  });

  test('once it no longer counts never counts again', () => {
    fc.assert(
      fc.property(someFacts, someDay, fc.nat({ max: 2_000 }), (facts, on, days) => {
        fc.pre(certificateStateOf({ ...facts, on }).state !== 'valid');
        const later = certificateStateOf({ ...facts, on: addDays(on, days) });
        expect(later.state).not.toBe('valid');
      }),
    );
  });

  test('counts all day on its last day and not on the next', () => {
    fc.assert(
      fc.property(someDay, (validTo) => {
        const facts = { isWithdrawn: false, replacedOn: null, validTo };
        expect(certificateStateOf({ ...facts, on: validTo }).state).toBe('valid');
        expect(certificateStateOf({ ...facts, on: addDays(validTo, 1) }).state).toBe('expired');
      }),
    );
  });
});

describe('a certificate as it is printed', () => {
  const certificate = {
    code: '2222-3333-4444',
    quizTitle: 'Prevent',
    personName: 'Zoë Marsh',
    passedOn: day('2026-10-06'),
    isWithdrawn: false,
    replacedOn: null,
    school: { name: 'Grange Primary School', showsInitials: false },
  };
  const printed = (lasting: Lasting | null) =>
    printedInWords(certificate, { score: 4, outOf: 5, lasting }, 'https://example.org/verify');

  test('says who passed what, when, how well and until when it counts', () => {
    expect(printed({ kind: 'until', validTo: day('2027-10-06') })).toEqual({
      personName: 'Zoë Marsh',
      quizTitle: 'Prevent',
      schoolName: 'Grange Primary School',
      score: '4 of 5',
      passedOn: '6 October 2026',
      validTo: '6 October 2027',
      code: '2222-3333-4444',
      lookUpAt: 'https://example.org/verify',
    });
  });

  test('has no last day where what it completed was withdrawn', () => {
    expect(printed(null).validTo).toBeNull();
    expect(printed({ kind: 'no-end' }).validTo).toBe('Does not run out');
  });
});

describe('initials', () => {
  test.each([
    ['Aoife O’Neill', 'A.O.'],
    ["Aoife O'Neill", 'A.O.'],
    ['Suryani', 'S.'],
    ['Anne-Marie Lloyd-Jones', 'A.M.L.J.'],
    ['Mary Anne‑Louise Smith', 'M.A.L.S.'],
    ['  Colin   Rudge ', 'C.R.'],
    ['Vincent van der Berg', 'V.V.D.B.'],
    ['élodie Ångström', 'É.Å.'],
    ['E\u0301lodie A\u030Angstro\u0308m', 'É.Å.'],
    ['Żaneta Ćwik', 'Ż.Ć.'],
    ['Παύλος Ωνάσης', 'Π.Ω.'],
    ['王 小明', '王.小.'],
    ['محمد علي', 'م.ع.'],
    ['𝒜da Lovelace', '𝒜.L.'],
    ['‘Bob’ (Robert) Marsh', 'B.R.M.'],
    ['R2 D2 3', 'R.D.'],
    ['', ''],
    ['–', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('tell no more than one letter of each part of a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const parts = name.normalize('NFC').split(/[\s\p{Pd}]+/u);
        const told = initialsOf(name).split('.').slice(0, -1);
        expect(told.length).toBeLessThanOrEqual(parts.length);
      }),
    );
  });
});
