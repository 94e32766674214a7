import { describe, expect, it, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { isToClose, openRegistersOf, type ToFinish } from '#app/domain/sessions/unfinished.ts';

const TODAY = day('2026-11-16');

function sittingOn(id: number, heldOn: string, isFinal = false) {
  const finalisedAt = isFinal ? `${heldOn}T16:00:00.000Z` : null;
  return { id, heldOn: day(heldOn), startsAt: null, finalisedAt };
}

function session(sittings: ToFinish['sittings'], more: Partial<ToFinish> = {}): ToFinish {
  return { id: 1, title: 'Prevent', closedOn: null, calledOffOn: null, sittings, ...more };
}

const open = (sessions: ToFinish[], reopened = new Set<number>()) =>
  openRegistersOf(sessions, reopened, TODAY).map(({ sitting, wasFinal }) => [sitting.id, wasFinal]);

describe('a register to make final', () => {
  test.each([
    ['of yesterday', session([sittingOn(1, '2026-11-15')]), [[1, false]]],
    ['of today, which may be still to come', session([sittingOn(1, '2026-11-16')]), []],
    ['that is final', session([sittingOn(1, '2026-11-15', true)]), []],
    [
      'of a session called off',
      session([sittingOn(1, '2026-11-15')], { calledOffOn: day('2026-11-10') }),
      [],
    ],
    [
      'of a mop-up after its session was closed',
      session([sittingOn(1, '2026-09-01', true), sittingOn(2, '2026-11-02')], {
        closedOn: day('2026-09-02'),
      }),
      [[2, false]],
    ],
  ])('%s', (_, one, expected) => {
    expect(open([one])).toEqual(expected);
  });

  it('comes oldest first, and says where it was final before', () => {
    const sessions = [session([sittingOn(1, '2026-11-15')]), session([sittingOn(2, '2026-11-02')])];
    expect(open(sessions, new Set([2]))).toEqual([
      [2, true],
      [1, false],
    ]);
  });
});

describe('a session is to be closed', () => {
  const [final, left] = [sittingOn(1, '2026-09-01', true), sittingOn(2, '2026-12-01')];
  test.each([
    ['once all its registers are final', session([final]), true],
    ['not while a sitting of it is left', session([final, left]), false],
    ['not where it has no sitting', session([]), false],
    ['not again', session([final], { closedOn: day('2026-11-16') }), false],
    ['not where it was called off', session([final], { calledOffOn: day('2026-09-02') }), false],
    ['on a day before it was', session([final], { closedOn: day('2026-11-17') }), true],
  ])('%s', (_, one, expected) => {
    expect(isToClose(one, TODAY)).toBe(expected);
  });
});
