import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { declarationWords, partsInWords } from '#app/domain/publications/declaration-words.ts';
import { partsFor } from '#app/domain/publications/parts.ts';
import { held, person, teacher } from '../support.ts';
import { details } from './support.ts';

const TODAY = day('2026-11-16');
const PARTS = ['Part one', 'Annex A', 'Annex B'];
const READS = [
  { parts: ['Part one'], audience: { categories: ['staff' as const], kinds: [] } },
  { parts: ['Annex B'], audience: { categories: [], kinds: ['dsl'] } },
  { parts: ['Annex A'], audience: { categories: ['contractor' as const], kinds: [] } },
];

describe('which parts are whose', () => {
  const asked = details('2025', { parts: PARTS, reads: READS });
  const zoe = person();

  test('the union of every audience that fits, in the edition’s order', () => {
    const lead = person({
      appointments: [held('dsl', '2020-09-01'), teacher('2015-09-01')],
    });
    expect(partsFor(asked, zoe, TODAY)).toEqual(['Part one']);
    expect(partsFor(asked, lead, TODAY)).toEqual(['Part one', 'Annex B']);
  });

  test('who holds the role on the day, not before and not after', () => {
    const lead = person({
      appointments: [teacher('2015-09-01'), held('dsl', '2026-11-16', '2026-11-20')],
    });
    expect(partsFor(asked, lead, day('2026-11-15'))).toEqual(['Part one']);
    expect(partsFor(asked, lead, day('2026-11-16'))).toEqual(['Part one', 'Annex B']);
    expect(partsFor(asked, lead, day('2026-11-21'))).toEqual(['Part one']);
  });

  test('whom no audience fits reads all of it', () => {
    const governor = person({
      appointments: [{ ...teacher('2020-09-01'), kind: 'governor', category: 'governor' }],
    });
    expect(partsFor(asked, governor, TODAY)).toEqual(PARTS);
  });

  test('an edition without parts is read as a whole', () => {
    expect(partsFor(details('2025'), zoe, TODAY)).toEqual([]);
    expect(partsInWords([])).toBe('the whole document');
  });
});

describe('the words that are confirmed', () => {
  test('name the edition, the document and the parts', () => {
    expect(declarationWords(details('2025'), ['Part one', 'Annex B'])).toBe(
      'I confirm that I have read Part one and Annex B of KCSIE 2025 (Keeping children safe in education), in force from 1 September 2025, and that I have asked about anything in it that I did not understand.',
    );
  });

  test('say that it is the whole of it, and name a document once', () => {
    const policy = details('2025', {
      title: 'Behaviour policy, September 2025',
      publicationTitle: 'Behaviour policy',
    });
    expect(declarationWords(policy, [])).toMatch(
      /^I confirm that I have read the whole of Behaviour policy, September 2025, in force from 1 September 2025,/,
    );
  });
});
