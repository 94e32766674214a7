import { beforeEach, describe, expect, test } from 'vitest';
import { searchSections } from '#app/data/offer-search.ts';
import { bringSectionBack, retireSection } from '#app/operations/retire-section.ts';
import { addSection } from '#app/operations/write-section.ts';
import { published, republished } from '#tests/operations/offer-ground.ts';
import { freshGround, type Ground, otherGround, TODAY } from '#tests/operations/support.ts';
import { words } from '#tests/support/section-words.ts';

let ground: Ground;

beforeEach(async () => {
  ground = freshGround();
  const whomToTell = {
    title: 'Whom to tell',
    summary: 'Tell the DSL at once.',
    body: 'Listen. Never promise to keep it secret. Prevent has a section of its own.',
  };
  await published(ground, whomToTell, 'whom-to-tell');
  await published(ground, {
    title: 'Prevent and extremism',
    summary: 'Notice, check, share.',
    body: 'Children can meet extreme ideas **online**. Zoë’s café is 100% safe_and sound; see [the guidance](https://www.gov.uk/secretpath).',
  });
});

function topics(typed: string, { schoolId } = ground): string[] {
  return searchSections(ground.database, schoolId, typed, TODAY).map(({ topic }) => topic);
}

describe('finding', () => {
  test.each([
    ['prevent', ['prevent-and-extremism', 'whom-to-tell']],
    ['PREVENT', ['prevent-and-extremism', 'whom-to-tell']],
    ['secret', ['whom-to-tell']],
    ['promising', ['whom-to-tell']],
    ['onlin', ['prevent-and-extremism']],
    ['cafe', ['prevent-and-extremism']],
    ['café', ['prevent-and-extremism']],
    ['extreme ideas', ['prevent-and-extremism']],
    ['tell DSL', ['whom-to-tell']],
    ['gov.uk', []],
    ['secretpath', []],
    ['nothing of the kind', []],
  ])('%s: %j', (typed, expected) => {
    expect(topics(typed)).toEqual(expected);
  });

  test('where no section has all the words, those with any of the telling ones', () => {
    expect(topics('who do I tell about zebras')).toEqual(['whom-to-tell']);
    expect(topics('zebras and giraffes')).toEqual([]);
  });

  test('the words are marked in the title and in a piece of the text, which stays text', async () => {
    await published(ground, { title: 'Phones', body: 'Never <b>photograph</b> a child & tell.' });
    const [found] = searchSections(ground.database, ground.schoolId, 'photograph', TODAY);
    expect(found).toEqual({
      topic: 'phones',
      title: [{ text: 'Phones', isFound: false }],
      snippet: [
        { text: 'Never <b>', isFound: false },
        { text: 'photograph', isFound: true },
        { text: '</b> a child & tell.', isFound: false },
      ],
    });
  });
});

describe('whatever is typed is no command', () => {
  test.each([
    '"',
    '""',
    "'",
    '*',
    '%',
    '_',
    '^',
    '\\',
    '(',
    ')',
    '"prevent',
    'prevent"',
    'prevent OR',
    'OR',
    'AND',
    'NOT',
    'NEAR(',
    'NEAR(prevent secret, 2)',
    'prevent AND NOT secret',
    'prevent*',
    '*prevent',
    'title:prevent',
    '{title body}:prevent',
    '- title : prevent',
    '^prevent',
    'prevent + secret',
    "'; DROP TABLE offer_search; --",
    'prevent\u0000secret',
    '\u0002prevent\u0003',
    '\ud800',
    '🙂',
    'a'.repeat(5000),
    'a '.repeat(5000),
    '<script>alert(1)</script>',
    'prévent',
    '１００',
  ])('%j is looked for as it stands, or finds nothing', (typed) => {
    expect(() => topics(typed)).not.toThrow();
  });

  test.each([
    ['100%', ['prevent-and-extremism']],
    ['%', []],
    ['_', []],
    ['prevent" OR "secret', ['whom-to-tell']],
    ['-prevent', ['prevent-and-extremism', 'whom-to-tell']],
  ])('%s finds %j', (typed, expected) => {
    expect(topics(typed)).toEqual(expected);
  });
});

describe('what is not read is not found', () => {
  test('another school’s sections', async () => {
    const other = otherGround(ground);
    await published(other, { title: 'Elsewhere', body: 'Zebras.' });
    expect(topics('zebras')).toEqual([]);
    expect(topics('zebras', other)).toEqual(['elsewhere']);
    expect(topics('prevent', other)).toEqual([]);
  });

  test('a draft, and words that were replaced', async () => {
    await addSection(ground.act, { topic: null, words: words({ title: 'Zebras' }) });
    expect(topics('zebras')).toEqual([]);
    const id = await published(ground, { title: 'Giraffes', body: 'Giraffes.' });
    await republished(ground, id, { title: 'Okapis', body: 'Okapis.' });
    expect(topics('giraffes')).toEqual([]);
    expect(topics('okapis')).toEqual(['giraffes']);
  });

  test('a retired section, until it is brought back', async () => {
    const sectionId = await published(ground, { title: 'Zebras' });
    expect(topics('zebras')).toEqual(['zebras']);
    await retireSection(ground.act, { sectionId, why: 'There are none' });
    expect(topics('zebras')).toEqual([]);
    await bringSectionBack(ground.act, { sectionId });
    expect(topics('zebras')).toEqual(['zebras']);
  });
});
