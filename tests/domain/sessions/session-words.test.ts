import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import {
  comingInWords,
  finalInWords,
  inPartInWords,
  registerAnswer,
  sessionsAnswer,
  stateInWords,
  stateOfSitting,
} from '#app/domain/sessions/session-words.ts';

const FIGURES = { expected: 58, there: 45, inPart: 2, notThere: 11, open: 0 };
const HELD = { calledOffOn: null };

describe('where a sitting stands', () => {
  const sitting = { heldOn: day('2026-11-16'), startsAt: null, finalisedAt: null };
  test.each([
    ['2026-11-15', 'to-come', '58 people expected'],
    ['2026-11-16', 'open', 'Register open: 47 of 58 ticked'],
    ['2026-11-17', 'open', 'Register open: 47 of 58 ticked'],
  ] as const)('on %s: %s', (on, state, words) => {
    expect(stateOfSitting(sitting, HELD, day(on))).toBe(state);
    expect(stateInWords(state, FIGURES)).toBe(words);
  });

  test('a final register stays final, also of a session that was called off since', () => {
    const final = { ...sitting, finalisedAt: '2026-11-16T15:00:00.000Z' };
    const off = { calledOffOn: day('2026-11-17') };
    expect(stateOfSitting(final, off, day('2026-11-18'))).toBe('final');
    expect(stateOfSitting(sitting, off, day('2026-11-18'))).toBe('called-off');
    expect(stateInWords('final', FIGURES)).toBe('Final: 45 of 58 were there, 2 in part');
  });
});

describe('the first sentence of the list', () => {
  const listed = (heldOn: string, state: 'open' | 'to-come' | 'final') => ({
    title: 'INSET',
    heldOn: day(heldOn),
    startsAt: '09:00',
    finalisedAt: null,
    state,
    expected: 58,
  });
  test.each([
    [[], 'No session is planned.'],
    [[listed('2026-09-01', 'final')], 'No session is planned.'],
    [
      [listed('2027-02-01', 'to-come'), listed('2027-01-04', 'to-come')],
      'Next is INSET, on 4 January 2027 at 09:00: 58 people are expected.',
    ],
    [
      [listed('2026-11-02', 'open'), listed('2027-01-04', 'to-come')],
      'The register of INSET on 2 November 2026 is open. Next is INSET, on 4 January 2027 at 09:00: 58 people are expected.',
    ],
    [
      [listed('2026-11-09', 'open'), listed('2026-11-02', 'open')],
      '2 registers are open, the oldest that of INSET on 2 November 2026. No session is planned.',
    ],
  ])('%#', (sittings, words) => {
    expect(sessionsAnswer(sittings)).toBe(words);
  });
});

test('the head of a register says who is expected, ticked, or was there', () => {
  const answer = (state: 'open' | 'to-come' | 'final', figures = FIGURES) =>
    registerAnswer(state, figures, day('2027-01-04'));
  expect(answer('to-come')).toBe(
    '58 people expected. The register can be kept from 4 January 2027 on.',
  );
  const none = { ...FIGURES, there: 0, inPart: 0, open: 58 };
  expect(answer('open', none)).toBe('58 people expected, and nobody ticked yet.');
  expect(answer('open', { ...none, there: 40, open: 18 })).toBe('40 of 58 people ticked, 18 not.');
  expect(answer('open', { ...none, expected: 0, open: 0 })).toBe(
    'Nobody is on this register yet: add whoever is there.',
  );
  expect(answer('final')).toBe('45 of 58 people were there, 2 of the others in part.');
});

describe('what making a register final comes to', () => {
  const pairs = (...people: number[]) => people.map((personId) => ({ personId }));
  const none = { add: [], withdraw: [], keep: [], leave: [] };
  test.each([
    [{ add: pairs(1, 1, 2) }, 'This records 3 completions for 2 people.'],
    [{}, 'This records no completions for no people.'],
    [
      { keep: pairs(1, 2) },
      'This changes nothing. 2 completions that it recorded stay as they are.',
    ],
    [
      { add: pairs(1), withdraw: pairs(2, 2), keep: pairs(3), leave: pairs(4) },
      'This records 1 completion for 1 person and withdraws 2 completions of 1 person. 1 completion that it recorded stays as it is. 1 that somebody withdrew stays withdrawn.',
    ],
  ])('%#', (more, words) => {
    expect(finalInWords({ ...none, ...more })).toBe(words);
  });
});

test('what being there in part is good for', () => {
  const prevent = { name: 'Prevent', minutesNeeded: 45 };
  const whole = { name: 'CSE', minutesNeeded: null };
  expect(inPartInWords([prevent])).toBe('Prevent counts from 45 minutes.');
  expect(inPartInWords([prevent, whole])).toBe(
    'Prevent counts from 45 minutes; the others count only for those who were there for all of it.',
  );
  expect(inPartInWords([whole])).toMatch(/^It then completes nothing/);
});

test('whoever is expected reads when, how long, where, with whom and what for', () => {
  const sitting = { heldOn: day('2027-01-04'), startsAt: '09:00', minutes: 120, place: 'Hall' };
  expect(comingInWords({ ...sitting, trainer: 'Colin Rudge' }, ['Prevent', 'CSE'])).toBe(
    'On 4 January 2027 at 09:00, 120 minutes, Hall, with Colin Rudge. Being there completes Prevent and CSE.',
  );
  const bare = { heldOn: day('2027-01-04'), startsAt: null, minutes: null, place: null };
  expect(comingInWords({ ...bare, trainer: null }, [])).toBe('On 4 January 2027.');
});
