import { expect, test } from 'vitest';
import { parseRegister } from '#app/forms/register.ts';
import { timeIn } from '#app/forms/sitting.ts';

test.each([
  ['9', '09:00'],
  ['9:05', '09:05'],
  ['09.30', '09:30'],
  ['3.45pm', '15:45'],
  ['12 AM', '00:00'],
  ['12pm', '12:00'],
  ['23:59', '23:59'],
  ['24:00', null],
  ['9:60', null],
  ['13pm', null],
  ['0am', null],
  ['noon', null],
  ['9:5', null],
])('the time %s is %s', (typed, time) => {
  expect(timeIn(typed)).toBe(time);
});

function register(...pairs: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return parseRegister(form);
}

test('a tick is there, minutes are there in part, neither says nothing; who is not on the form is left out', () => {
  const parsed = register(
    ['on', '1'],
    ['on', '2'],
    ['on', '3'],
    ['there', '1'],
    ['there', '2'],
    ['there', '9'],
    ['minutes.2', '45'],
    ['began', 'x'],
    ['step', 'save'],
  );
  expect(parsed).toMatchObject({
    ok: true,
    command: {
      began: 'x',
      step: { kind: 'save' },
      isToFinalise: false,
      ticks: [
        { personId: 1, attendance: 'there', minutes: null },
        { personId: 2, attendance: 'in-part', minutes: 45 },
        { personId: 3, attendance: null, minutes: null },
      ],
    },
  });
});

test.each([
  ['not-expected.12', { kind: 'not-expected', personId: 12 }],
  ['expect.12', { kind: 'expect', personId: 12 }],
  ['take-off.12', { kind: 'take-off', personId: 12 }],
  ['everybody-there', { kind: 'everybody-there' }],
])('the button %s does its one thing', (value, step) => {
  expect(register(['step', value])).toMatchObject({ ok: true, command: { step } });
});

test.each([
  [''],
  ['not-expected'],
  ['not-expected.1e3'],
  ['expect.-1'],
  ['delete.12'],
  ['__proto__'],
])('a button %j that there is not is refused', (value) => {
  expect(register(['step', value]).ok).toBe(false);
});
