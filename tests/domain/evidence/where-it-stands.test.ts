import { describe, expect, it } from 'vitest';
import { day } from '#app/domain/days.ts';
import { evidenceFacts } from '#app/domain/evidence/facts.ts';
import { justHandedInWords, whereItStands } from '#app/domain/evidence/where-it-stands.ts';
import type { HistoryEntry, PastCheck } from '#app/domain/history.ts';
import { handedIn, named, queue, TODAY } from './support.ts';

const bronwen = named('Bronwen Sayle', ['dsl']);
const zoe = named('Zoë Lytton', ['teacher']);

function entry(id: number, more: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id,
    requirementId: 1,
    requirement: 'Prevent',
    completedOn: day('2026-11-05'),
    printedExpiryOn: null,
    edition: null,
    evidence: 'certificate',
    provider: null,
    level: null,
    reference: null,
    trainingDays: null,
    note: null,
    earnedElsewhere: false,
    isHandedIn: true,
    recordedAt: '2026-11-05T16:00:00.000Z',
    recordedOn: day('2026-11-05'),
    recordedBy: 'Zoë Lytton',
    state: 'awaiting-check',
    checks: [],
    withdrawnBecause: null,
    declaration: null,
    files: [],
    ...more,
  };
}

function checked(outcome: PastCheck['outcome'], more: Partial<PastCheck> = {}): PastCheck {
  const at = '2026-11-12T09:00:00.000Z';
  const by = 'Bronwen Sayle';
  return { outcome, returnedFor: null, reason: null, by, at, on: day('2026-11-12'), ...more };
}

function stands(history: HistoryEntry[], waiting: number[] = [], restsOn: number | null = null) {
  const places = waiting.map((completionId) => handedIn(zoe, '2026-11-05', { completionId }));
  const asked = { requirementId: 1, restsOn, history, queue: queue([bronwen, zoe], places) };
  return whereItStands({ ...asked, on: TODAY }).map(({ state, words }) => [state, words]);
}

describe('where something stands that was handed in', () => {
  it('waits: since when, and with whom', () => {
    expect(stands([entry(1)], [1])).toEqual([
      [
        'waiting',
        'What you handed in, done on 5 November 2026, has waited for 7 school days. It is for Bronwen Sayle to look at.',
      ],
    ]);
  });

  it('was returned: by whom, when and why, until it is handed in again', () => {
    const check = checked('returned', {
      returnedFor: 'another-person',
      reason: 'It says E. Taylor',
    });
    const back = entry(1, { state: 'returned', checks: [check] });
    expect(stands([back])).toEqual([
      [
        'returned',
        'What you handed in, done on 5 November 2026, was returned by Bronwen Sayle on 12 November 2026. It names another person. It says E. Taylor.',
      ],
    ]);
    expect(stands([entry(2), back], [2]).map(([state]) => state)).toEqual(['waiting']);
    const withdrawn = entry(2, { state: 'withdrawn', withdrawnBecause: 'Twice' });
    expect(stands([withdrawn, back]).map(([state]) => state)).toEqual(['returned']);
  });

  it('was withdrawn: why, while nothing stands in its place', () => {
    const back = entry(1, { state: 'withdrawn', withdrawnBecause: 'It is Tamsin’s' });
    expect(stands([back])).toEqual([
      [
        'withdrawn',
        'What you handed in, done on 5 November 2026, does not count. Withdrawn: It is Tamsin’s.',
      ],
    ]);
    expect(stands([entry(2), back], [2]).map(([state]) => state)).toEqual(['waiting']);
    const twice = entry(2, { state: 'withdrawn', withdrawnBecause: 'Twice.' });
    expect(stands([twice, back]).map(([, words]) => words)).toEqual([
      expect.stringMatching(/Withdrawn: Twice\.$/),
    ]);
    expect(stands([{ ...back, isHandedIn: false }])).toEqual([]);
  });

  it('came in today, and was entered by somebody else', () => {
    const own = entry(1, { isHandedIn: false });
    const places = [handedIn(zoe, '2026-11-16', { completionId: 1 })];
    const asked = { requirementId: 1, restsOn: null, history: [own], on: TODAY };
    expect(whereItStands({ ...asked, queue: queue([bronwen, zoe], places) })[0]?.words).toMatch(
      /^What was entered for you, done on .*, came in today\. /,
    );
    const accepted = entry(1, {
      isHandedIn: false,
      state: 'counts',
      checks: [checked('accepted')],
    });
    expect(stands([accepted], [], 1)[0]?.[1]).toMatch(/^What was entered for you, /);
  });

  it('was accepted: by whom, as long as the requirement rests on it', () => {
    const done = entry(1, { state: 'counts', checks: [checked('accepted')] });
    expect(stands([done], [], 1)).toEqual([
      [
        'accepted',
        'What you handed in, done on 5 November 2026, was accepted by Bronwen Sayle on 12 November 2026.',
      ],
    ]);
    expect(stands([done], [], 2)).toEqual([]);
  });

  it('is nothing for another requirement, and for what counted from the start', () => {
    expect(stands([entry(1, { requirementId: 2 })], [1])).toEqual([]);
    expect(stands([entry(1, { state: 'counts' })], [], 1)).toEqual([]);
  });

  it('is told at once after it was handed in', () => {
    const waiting = queue([bronwen, zoe], [handedIn(zoe, '2026-11-16', { completionId: 1 })]);
    expect(justHandedInWords(entry(1), waiting)).toMatch(/It is for Bronwen Sayle to look at/);
    const alone = queue([zoe], [handedIn(zoe, '2026-11-16', { completionId: 1 })]);
    expect(justHandedInWords(entry(1), alone)).toBe(
      'Prevent is handed in. Nobody can look at it yet: the school has to appoint a lead or a deputy; you have nothing to do meanwhile.',
    );
    expect(justHandedInWords(entry(1, { state: 'counts' }), [])).toBe(
      'Prevent is handed in, and counts from now on.',
    );
  });
});

describe('what was typed, beside the picture', () => {
  const keys = (more: Partial<HistoryEntry>, asksFor: ('number' | 'days')[] = []) =>
    evidenceFacts(entry(1, more), asksFor).map(({ key, value }) => `${key}: ${value}`);

  it('leaves out what is neither there nor asked for', () => {
    expect(keys({ provider: 'County', trainingDays: 0.5 })).toEqual([
      'Completed: 5 November 2026',
      'Evidence: Certificate',
      'Provider: County',
      'Took: 0.5 days',
      'Handed in: 5 November 2026',
    ]);
  });

  it('says what is asked for and missing', () => {
    expect(keys({ trainingDays: 1 }, ['number', 'days'])).toEqual(
      expect.arrayContaining(['Number: Not typed, and asked for', 'Took: 1 day']),
    );
  });

  it('says who entered what the person did not hand in', () => {
    expect(keys({ isHandedIn: false, recordedBy: null }).at(-1)).toBe(
      'Handed in: Entered on 5 November 2026 by an import',
    );
  });
});
