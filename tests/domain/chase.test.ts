import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LONGEST_LINK,
  letterToMany,
  letterToOne,
  linksToMany,
  linkToOne,
  owedOf,
} from '#app/domain/chase.ts';
import { day } from '#app/domain/days.ts';
import { standingsOf } from '#app/domain/standing.ts';
import { completion, line, MONTHS_24, person, policy, requirement } from './support.ts';

const LETTER = letterToMany({ address: 'http://localhost:3000', sender: 'Helen Marsh' });

describe('What somebody can be asked for', () => {
  const rules = policy([requirement([line(MONTHS_24)])]);

  it.each([
    ['ran out yesterday', '2024-11-15', 1],
    ['runs out within the notice', '2024-12-20', 1],
    ['long in date', '2026-01-01', 0],
  ])('%s: %s', (_, on, many) => {
    const someone = person({ completions: [completion(on)] });
    expect(owedOf(standingsOf(rules, someone, day('2026-11-16')))).toHaveLength(many);
  });

  it('is nothing that waits for a check', () => {
    const completions = [completion('2026-11-05', { check: 'awaiting-check' })];
    expect(owedOf(standingsOf(rules, person({ completions }), day('2026-11-16')))).toEqual([]);
  });
});

describe('Letters', () => {
  it('name everything that one person owes, and stay one address whatever a name holds', () => {
    const letter = letterToOne({
      name: "Aoife O'Neill\r\nBcc: all@x",
      items: [{ name: 'Prevent & FGM', sentence: 'Overdue since 1 May 2026.' }],
      address: 'http://localhost:3000',
      sender: 'Zoë',
    });
    const link = linkToOne('a,b@school.example', letter);
    expect(link).toMatch(/^mailto:a%2Cb@school\.example\?subject=/);
    expect(link).not.toMatch(/[\r\n]/);
    const body = new URLSearchParams(link.split('?')[1]).get('body');
    expect(body).toContain('Prevent & FGM. Overdue since 1 May 2026.');
  });

  it('to many are parted at 1,800 characters, everybody once and nobody left out', () => {
    const emails = fc.array(fc.stringMatching(/^[a-z]{1,30}\.[a-z]{1,30}@school\.example$/), {
      maxLength: 150,
    });
    fc.assert(
      fc.property(emails, (everybody) => {
        const links = linksToMany(everybody, LETTER);
        const told = links.flatMap((link) => /bcc=([^&]*)/.exec(link)?.[1]?.split(',') ?? []);
        expect(told).toEqual(everybody);
        for (const link of links) expect(link.length).toBeLessThanOrEqual(LONGEST_LINK);
      }),
    );
  });

  it('to nobody are none', () => {
    expect(linksToMany([], LETTER)).toEqual([]);
  });
});
