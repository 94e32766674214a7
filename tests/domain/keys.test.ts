import { expect, test } from 'vitest';
import { freeKey } from '#app/domain/keys.ts';

test.each([
  ['Whom do you tell?', [], 'whom-do-you-tell'],
  ['Whom do you tell?', ['whom-do-you-tell'], 'whom-do-you-tell-2'],
  ['Whom do you tell?', ['whom-do-you-tell', 'whom-do-you-tell-2'], 'whom-do-you-tell-3'],
  ['Zoë’s café', [], 'zoe-s-cafe'],
  ['?!', [], 'question'],
  ['?!', ['question'], 'question-2'],
  ['a'.repeat(80), [], 'a'.repeat(60)],
  ['a'.repeat(80), ['a'.repeat(60)], `${'a'.repeat(58)}-2`],
  [`${'a'.repeat(59)} b`, [], 'a'.repeat(59)],
])('the key of “%s” beside %j', (words, taken, key) => {
  expect(freeKey(words, new Set(taken), { otherwise: 'question' })).toBe(key);
});
