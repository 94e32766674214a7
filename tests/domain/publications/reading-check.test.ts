import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#app/domain/days.ts';
import { checkAnswer, drawCheck } from '#app/domain/publications/check.ts';
import {
  answeredLately,
  type ReadingQuestion,
  whyNotToAnswer,
} from '#app/domain/publications/reading-questions.ts';

const pool = (topics: string[]) =>
  topics.map((topic, index) => ({
    questionId: index + 1,
    revisionId: 100 + index,
    topic,
    mustPass: index % 2 === 0,
  }));

describe('A check of understanding', () => {
  it('draws three of the topics of the edition, the same for the same seed', () => {
    const topics = fc.array(fc.constantFrom('prevent', 'fgm', 'routes'), { maxLength: 30 });
    fc.assert(
      fc.property(topics, fc.nat(2 ** 31 - 1), (of, seed) => {
        const questions = pool(of);
        const drawn = drawCheck(questions, ['prevent', 'fgm'], seed);
        const fitting = questions.filter(({ topic }) => topic !== 'routes');
        expect(drawn).toHaveLength(Math.min(3, fitting.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        const ids = fitting.map(({ revisionId }) => revisionId);
        expect(drawn.every((id) => ids.includes(id))).toBe(true);
        expect(drawCheck(questions.toReversed(), ['prevent', 'fgm'], seed)).toEqual(drawn);
      }),
    );
  });

  it('draws nothing where the edition names no topic, or nothing is asked about it', () => {
    expect(drawCheck(pool(['prevent']), [], 1)).toEqual([]);
    expect(drawCheck(pool(['prevent']), ['fgm'], 1)).toEqual([]);
  });

  it('says how it went, and that nothing is kept', () => {
    expect(checkAnswer(2, 3)).toBe('2 of 3 are right. Nothing of this is kept.');
    expect(checkAnswer(3, 3)).toBe('All 3 are right. Nothing of this is kept.');
    expect(checkAnswer(1, 1)).toBe('The answer is right. Nothing of this is kept.');
    expect(checkAnswer(0, 1)).toBe('The answer is not right. Nothing of this is kept.');
  });
});

describe('Who answers a question about what is read', () => {
  const lead = { isOwn: false, isLead: true, isHeadteacher: false, otherLeads: 1 };
  it.each<[string, Partial<typeof lead>, boolean]>([
    ['a lead', {}, true],
    ['a lead, where nobody else leads', { otherLeads: 0 }, true],
    ['a lead of their own', { isOwn: true }, false],
    ['the headteacher beside a lead', { isLead: false, isHeadteacher: true }, false],
    [
      'the headteacher where no other lead is left',
      { isLead: false, isHeadteacher: true, otherLeads: 0 },
      true,
    ],
    [
      'the headteacher of their own',
      { isOwn: true, isLead: false, isHeadteacher: true, otherLeads: 0 },
      false,
    ],
    ['anybody else', { isLead: false, otherLeads: 0 }, false],
  ])('%s', (_, who, may) => {
    expect(whyNotToAnswer({ ...lead, ...who }) === null).toBe(may);
  });

  it('tells who asked where it goes', () => {
    expect(whyNotToAnswer({ ...lead, isOwn: true })).toContain('another lead');
    expect(whyNotToAnswer({ ...lead, isOwn: true, otherLeads: 0 })).toContain('headteacher');
  });
});

describe('An answer is told of on one’s own page', () => {
  const question = (answeredOn: string | null): ReadingQuestion => ({
    id: 1,
    editionId: 1,
    edition: 'KCSIE 2026',
    person: { id: 1, name: 'Zoë Marsh' },
    words: 'Is the annex mine?',
    askedOn: day('2026-11-01'),
    answer: answeredOn === null ? null : { words: 'Yes', on: day(answeredOn), by: 'Dora Lead' },
  });
  it.each([
    ['today', '2026-11-16', 1],
    ['a fortnight ago', '2026-11-02', 1],
    ['longer ago', '2026-11-01', 0],
    ['not yet', null, 0],
    ['on a day to come, in a demo that travelled', '2026-11-17', 0],
  ] as const)('answered %s', (_, answeredOn, told) => {
    expect(answeredLately([question(answeredOn)], day('2026-11-16'))).toHaveLength(told);
  });
});
