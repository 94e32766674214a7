import { expect, test } from 'vitest';
import { auditInWords } from '#app/domain/audit-words.ts';

test('an entry says what was done, about whom, by whom, and what became of what', () => {
  const words = auditInWords({
    action: 'absence.changed',
    contents: {
      by: 'Ada Min',
      about: 'Zoë Marsh, from 1 October 2026',
      before: { absence: 4, from: '2026-10-01', to: null },
      after: { absence: 4, from: '2026-10-01', to: '2027-03-31' },
    },
  });
  expect(words).toEqual({
    what: 'Changed a long absence',
    about: 'Zoë Marsh, from 1 October 2026',
    by: 'Ada Min',
    changes: ['Last day: nothing, now 31 March 2027'],
    why: null,
  });
});

test('what was added and what was taken away read differently', () => {
  const contents = { by: 'Ada Min', why: 'Wrong person' };
  const added = { action: 'x.added', contents: { ...contents, after: { earnedElsewhere: true } } };
  const removed = { action: 'x.removed', contents: { ...contents, before: { kind: 'teacher' } } };
  expect(auditInWords(added)).toMatchObject({
    what: 'X added',
    changes: ['Earned elsewhere: yes'],
  });
  expect(auditInWords(removed)).toMatchObject({
    changes: ['Kind: was teacher'],
    why: 'Wrong person',
  });
});

test('what was added as nothing is not told', () => {
  const after = { appointmentId: 4, kind: 'dsl', to: null };
  const { changes } = auditInWords({ action: 'x.added', contents: { by: 'Ada', after } });
  expect(changes).toEqual(['Kind: dsl']);
});

test('lists and things in things are told too', () => {
  const { changes } = auditInWords({
    action: 'person.left',
    contents: {
      by: 'Ada Min',
      onBehalfOf: 'the headteacher',
      before: { appointments: [{ id: 1, kind: 'dsl', from: '2026-09-01', to: null }] },
      after: { lastDay: '2026-11-13' },
    },
  });
  expect(changes).toEqual([
    'Appointments: was kind dsl, first day 1 September 2026, last day nothing',
    'Last day: 13 November 2026',
  ]);
});

test('an entry whose contents are erased says so', () => {
  expect(auditInWords({ action: 'person.added', contents: null })).toMatchObject({
    what: 'Added a person',
    by: null,
    about: 'What it said was erased, because its time was over',
  });
});

test('an import says what it came to, and nothing of what there was none of', () => {
  const after = { fresh: 57, changed: 0, leftOut: 2 };
  const { changes } = auditInWords({ action: 'import.applied', contents: { by: 'Ada', after } });
  expect(changes).toEqual(['Fresh: 57', 'Left out: 2']);
});

test('what would fill pages is counted', () => {
  const lines = Array.from({ length: 40 }, (_, number) => ({ name: `Requirement ${number}` }));
  const { changes } = auditInWords({
    action: 'school.added',
    contents: { by: 'Ada', after: { requirements: lines, note: 'x'.repeat(400) } },
  });
  expect(changes).toEqual(['Requirements: 40 of them', `Note: ${'x'.repeat(300)}…`]);
});
