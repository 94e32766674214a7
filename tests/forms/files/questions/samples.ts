import type { KeyedQuestion } from '#app/domain/quiz/question.ts';

/** A scenario as a school writes it. */
export const SCENARIO: KeyedQuestion = {
  key: 'early-help-quiet-girl',
  topic: 'early-help',
  section: 'whom-to-tell',
  type: 'scenario',
  mustPass: true,
  story: 'A Year 4 girl is quiet & pale.\nShe says “nothing”.',
  text: 'What do you do?',
  options: [
    { text: 'Tell the DSL today', isRight: true, answer: null, why: 'Small signs add up.' },
    { text: 'Wait a week', isRight: false, answer: null, why: 'She may be alone with it.' },
    { text: 'Ring home first', isRight: false, answer: null, why: 'Home may be the reason.' },
  ],
  extras: [],
  source: { document: 'Working together to safeguard children', place: 'Chapter on early help' },
};
