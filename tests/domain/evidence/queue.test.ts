import { describe, expect, it } from 'vitest';
import { day } from '#app/domain/days.ts';
import { isFor, nextAfter, queueSentence } from '#app/domain/evidence/queue.ts';
import { handedIn, named, queue, TODAY } from './support.ts';

const bronwen = named('Bronwen Sayle', ['dsl']);
const leanne = named('Leanne Okoro', ['deputy-dsl']);
const zoe = named('Zoë Lytton', ['teacher']);
const aoife = named('Aoife O’Neill', ['teaching-assistant']);
const SCHOOL = [bronwen, leanne, zoe, aoife];

describe('the queue', () => {
  it('begins with what has waited longest, whatever day it was done on', () => {
    const early = handedIn(zoe, '2026-11-12', { completedOn: day('2026-01-05') });
    const late = handedIn(aoife, '2026-11-10', { completedOn: day('2026-11-09') });
    expect(queue(SCHOOL, [early, late]).map(({ person, schoolDays }) => [person.name, schoolDays])) //
      .toEqual([
        ['Aoife O’Neill', 4],
        ['Zoë Lytton', 2],
      ]);
  });

  it('leaves out what somebody left behind who is no longer here, and what was handed in later', () => {
    const gone = named('Lewis Marchbank', ['teacher']);
    const waiting = [handedIn(gone, '2026-11-10'), handedIn(zoe, '2026-11-17')];
    expect(queue(SCHOOL, waiting)).toEqual([]);
  });

  it('gives nobody what concerns another record of the same account', () => {
    const own = handedIn(zoe, '2026-11-13');
    const [place] = queue(SCHOOL, [own], [[zoe.id, [zoe.id, bronwen.id]]]);
    expect(place?.checkers.names).toEqual(['Leanne Okoro']);
    expect(place && isFor(place, [bronwen.id])).toBe(false);
  });

  it.each([
    [[], null],
    [['2026-11-16'], '1 certificate came in today and waits for a check.'],
    [['2026-11-15'], '1 certificate has waited for a check for 1 school day.'],
    [
      ['2026-11-11', '2026-11-13'],
      '2 certificates wait for a check, the oldest for 3 school days.',
    ],
  ])('of %o says: %s', (days, sentence) => {
    const waiting = days.map((on) => handedIn(zoe, on));
    expect(queueSentence(queue(SCHOOL, waiting), TODAY)).toBe(sentence);
  });

  it('says of a weekend since which day it has waited', () => {
    const sunday = { terms: [], people: SCHOOL, sameAccount: new Map(), on: day('2026-11-15') };
    const waiting = [handedIn(zoe, '2026-11-14', { evidence: 'self-reported' })];
    const [place] = queue(SCHOOL, waiting).map((one) => ({ ...one, schoolDays: 0 }));
    expect(queueSentence(place ? [place] : [], sunday.on)).toBe(
      '1 thing has waited for a check since 14 November 2026.',
    );
  });
});

describe('what comes up next', () => {
  const first = handedIn(aoife, '2026-11-05');
  const second = handedIn(zoe, '2026-11-12');
  const third = handedIn(bronwen, '2026-11-13');
  const all = queue(SCHOOL, [first, second, third]);

  it('is the next that one is meant to look at, from the beginning again at the end', () => {
    expect(nextAfter(all, first.completionId, [bronwen.id])).toBe(second.completionId);
    expect(nextAfter(all, second.completionId, [bronwen.id])).toBe(first.completionId);
  });

  it('is never one’s own', () => {
    const alone = queue(SCHOOL, [second, third]);
    expect(nextAfter(alone, second.completionId, [bronwen.id])).toBeNull();
  });

  it('for a deputy is what goes to the deputies, unless they took on what is the lead’s', () => {
    expect(nextAfter(all, first.completionId, [leanne.id])).toBe(third.completionId);
    expect(nextAfter(all, third.completionId, [leanne.id])).toBe(first.completionId);
    expect(nextAfter(all, second.completionId, [leanne.id])).toBe(third.completionId);
    expect(nextAfter(queue(SCHOOL, [second]), second.completionId, [leanne.id])).toBeNull();
  });

  it('is told where what was decided is out of the queue by now', () => {
    expect(nextAfter(all.slice(1), first.completionId, [bronwen.id])).toBe(second.completionId);
  });
});
