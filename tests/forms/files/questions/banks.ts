import fc from 'fast-check';
import type { KeyedQuestion, QuestionOption } from '#app/domain/quiz/question.ts';
import { keptText } from '#app/forms/files/questions/kept-text.ts';

/** What a file's own signs are, what spreadsheets and browsers run, and what encodings garble. */
const PIECES = [
  ...['~', '=', '#', '{', '}', ':', '\\', '\\n', '::', '->', '####', '%50%', '[html]', '//', '$'],
  ...['&', '&&', '&&061;', '&amp;', '&#61;', '&lt;b&gt;', '<', '>', '<b>', '</p>', '<br>', ']]>'],
  ...['<![CDATA[', '<!--', '-->', '<?xml', '=HYPERLINK("http://x")', '+1', '-1', '@x', "'", "'='"],
  ...[
    '"',
    ',',
    ';',
    '|',
    '- ',
    '? ',
    '! ',
    '%',
    '*',
    '`',
    'yes',
    'null',
    '101',
    'true',
    '2026-09-01',
  ],
  ...[' ', '  ', '\t', '\n', '\n\n', '\u00a0', 'a', 'Zoë', 'œ’“…”', '日本', '😀', 'e\u0301'],
];

/** A text as it is kept. */
export const anyText = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((all) => all.join('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .map((text) => keptText(text))
  .filter((text) => text !== '');

const anyKey = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}$/);
const anyTopic = fc.constantFrom('prevent', 'fgm', 'whom-to-tell', 'mental-health');

/** Texts that a reader tells apart. */
const distinctTexts = (from: number, to: number) =>
  fc.uniqueArray(anyText, {
    minLength: from,
    maxLength: to,
    selector: (text) => text.toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, ''),
  });

/** Options with these texts, each with its own reason; `rights` says which are right. */
function optionsOf(texts: string[], rights: boolean[]): fc.Arbitrary<QuestionOption[]> {
  return fc.array(anyText, { minLength: texts.length, maxLength: texts.length }).map((whys) =>
    texts.map((text, place) => ({
      text,
      isRight: rights[place] ?? false,
      answer: null,
      why: whys[place] ?? '',
    })),
  );
}

const oneRight = distinctTexts(3, 5).chain((texts) =>
  fc.nat({ max: texts.length - 1 }).chain((right) =>
    optionsOf(
      texts,
      texts.map((_, place) => place === right),
    ),
  ),
);

const someRight = distinctTexts(4, 5).chain((texts) =>
  fc.shuffledSubarray(texts, { minLength: 2, maxLength: 3 }).chain((right) =>
    optionsOf(
      texts,
      texts.map((text) => right.includes(text)),
    ),
  ),
);

const allRight = distinctTexts(3, 5).chain((texts) =>
  optionsOf(
    texts,
    texts.map(() => true),
  ),
);

const trueOrFalse = fc.boolean().chain((answer) => optionsOf(['True', 'False'], [answer, !answer]));

const pairs = fc
  .tuple(allRight, distinctTexts(7, 7), fc.nat({ max: 2 }))
  .map(([options, answers, extras]) => ({
    options: options.map((option, place) => ({ ...option, answer: answers[place] ?? '' })),
    extras: answers.slice(options.length, options.length + extras),
  }));

const byType: fc.Arbitrary<Partial<KeyedQuestion>>[] = [
  fc.record({ type: fc.constant('one' as const), options: oneRight }),
  fc.record({ type: fc.constant('several' as const), options: someRight }),
  fc.record({ type: fc.constant('scenario' as const), story: anyText, options: oneRight }),
  fc.record({ type: fc.constant('true-false' as const), options: trueOrFalse }),
  fc.record({ type: fc.constant('order' as const), options: allRight }),
  pairs.map((all) => ({ type: 'match' as const, ...all })),
];

const anyQuestion: fc.Arbitrary<KeyedQuestion> = fc
  .record({
    key: anyKey,
    topic: anyTopic,
    section: anyTopic,
    mustPass: fc.boolean(),
    text: anyText,
    source: fc.record({ document: anyText, place: anyText }),
    said: fc.oneof(...byType),
  })
  .map(({ said, ...common }) => ({
    type: 'one',
    story: null,
    options: [],
    extras: [],
    ...common,
    ...said,
  }));

/** A bank of questions without a fault, each under a key of its own. */
export const anyBank = fc.uniqueArray(anyQuestion, {
  minLength: 1,
  maxLength: 6,
  selector: ({ key }) => key,
});
