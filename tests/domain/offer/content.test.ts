import { describe, expect, test } from 'vitest';
import { findContentFaults, type SchoolContent } from '#app/domain/offer/content.ts';
import type { SectionWords } from '#app/domain/offer/section.ts';
import type { Quiz } from '#app/domain/quiz/quiz.ts';
import { question } from '#tests/domain/quiz/support.ts';
import { words } from '#tests/support/section-words.ts';

const KNOWN = {
  requirements: new Set(['updates']),
  kinds: new Set(['teacher', 'dsl']),
};

const section = (more: Partial<SectionWords & { topic: string }> = {}) => ({
  topic: 'prevent',
  ...words(),
  ...more,
});

const QUIZ: Quiz = {
  key: 'refresher',
  title: 'Refresher',
  about: 'Once a year.',
  parts: [
    { topic: 'prevent', count: 3 },
    { topic: 'fgm', count: 2 },
  ],
  passMark: 5,
  mustPassAtLeast: 5,
  audience: { categories: ['staff'], kinds: ['teacher'] },
  requirement: 'updates',
  allowsPractice: true,
  retry: 'at-once',
};

function faultsOf(more: Partial<SchoolContent>): string[] {
  const whole: SchoolContent = {
    offer: null,
    sections: [section()],
    warnings: [],
    questions: [{ key: 'gate', ...question('one') }],
    quizzes: [QUIZ],
    inductionLists: [],
    setAside: [],
    toCheck: [],
  };
  return findContentFaults({ ...whole, ...more }, KNOWN);
}

test('files that hold together have no fault', () => {
  expect(faultsOf({})).toEqual([]);
});

describe('it is told', () => {
  const gate = { key: 'gate', ...question('one') };
  const forKinds = (...kinds: string[]) => ({ categories: [], kinds });

  test.each<[string, Partial<SchoolContent>, string[]]>([
    [
      'what stands there twice',
      { sections: [section(), section()], questions: [gate, gate], quizzes: [QUIZ, QUIZ] },
      [
        'there are two of section prevent',
        'there are two of question gate',
        'there are two of quiz refresher',
      ],
    ],
    [
      'a section whose owner nobody is',
      { sections: [section({ owner: 'wizard' })] },
      ['section prevent: there is no kind of appointment wizard'],
    ],
    [
      'a section for somebody whom the school does not have, said once',
      { sections: [section({ owner: 'wizard', audience: forKinds('dsl', 'wizard', 'witch') })] },
      [
        'section prevent: there is no kind of appointment wizard',
        'section prevent: there is no kind of appointment witch',
      ],
    ],
    [
      'a section that would have the address of a page',
      { sections: [section({ topic: 'whole' })] },
      ['section whole: this is the address of another page: give it another topic'],
    ],
    [
      'Markdown that the form refuses',
      { sections: [section({ body: 'Read [this](javascript:alert(1)) <b>now</b>.' })] },
      [
        'section prevent: Write it without HTML: take “<b>” out',
        'section prevent: “javascript:alert(1” cannot be linked to: use an address that begins with https://',
      ],
    ],
    [
      'a quiz that completes what is no requirement',
      { quizzes: [{ ...QUIZ, requirement: 'fire' }] },
      ['quiz refresher: there is no requirement fire'],
    ],
    [
      'a quiz for somebody whom the school does not have',
      { quizzes: [{ ...QUIZ, audience: forKinds('teacher', 'wizard') }] },
      ['quiz refresher: there is no kind of appointment wizard'],
    ],
    [
      'a pass mark that nobody reaches',
      { quizzes: [{ ...QUIZ, passMark: 6 }] },
      ['quiz refresher: passMark is 6, and it has 5 questions'],
    ],
    [
      'more must-pass questions than there are questions',
      { quizzes: [{ ...QUIZ, mustPassAtLeast: 6 }] },
      ['quiz refresher: mustPassAtLeast is 6, and it has 5 questions'],
    ],
  ])('%s', (_, more, faults) => {
    expect(faultsOf(more)).toEqual(faults);
  });
});
