import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/days.ts';
import { certificateStateOf, initialsOf } from '#app/domain/quiz/certificate.ts';
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
