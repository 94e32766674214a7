import { describe, expect, test } from 'vitest';
import { bankAddress, parseBankView } from '#app/forms/bank-view.ts';
import { parseConfirmSeveral, parseQuestionDecision } from '#app/forms/question-decision.ts';
import { readExport } from '#app/forms/question-export.ts';
import { fillIn, parsePreviewed, parseQuestionUpload } from '#app/forms/question-upload.ts';
import { question } from '#tests/domain/quiz/support.ts';
import { formOf } from './support.ts';

const TOPICS = ['prevent', 'fgm'];

describe('what of the bank is shown stands in the address', () => {
  test.each([
    ['', '/dsl/questions'],
    ['topic=fgm&state=check-me&whose=own&page=2', null],
    ['topic=cats&state=broken&whose=mine&page=-1', '/dsl/questions'],
    ['state=toString', '/dsl/questions'],
  ])('%s', (query, address) => {
    const view = parseBankView(new URLSearchParams(query), TOPICS);
    expect(bankAddress(view)).toBe(address ?? `/dsl/questions?${query}`);
  });
});

describe('what is to become of a question', () => {
  const decisionOf = (values: Record<string, string>) => parseQuestionDecision(formOf(values));

  test.each([
    [
      { act: 'confirm', revision: '12', words: 'abc' },
      { act: 'confirm', revisionId: 12, sectionWords: 'abc' },
    ],
    [
      { act: 'confirm', revision: '12', words: '' },
      { act: 'confirm', revisionId: 12, sectionWords: null },
    ],
    [
      { act: 'make-own', revision: '3', words: '' },
      { act: 'make-own', revisionId: 3, sectionWords: null },
    ],
    [
      { act: 'set-aside', why: ' Too hard ' },
      { act: 'set-aside', why: 'Too hard' },
    ],
  ])('%j', (values, command) => {
    expect(decisionOf(values)).toEqual({ ok: true, command });
  });

  test.each([
    [{}, 'act'],
    [{ act: 'delete' }, 'act'],
    [{ act: 'set-aside', why: '' }, 'why'],
    [{ act: 'confirm', revision: '1e3' }, 'revision'],
  ])('%j is refused at %s', (values, field) => {
    const outcome = decisionOf(values as Record<string, string>);
    expect(outcome.ok ? [] : outcome.errors.map((error) => error.field)).toEqual([field]);
  });

  test('several at once, each by the revision that was seen', () => {
    const form = formOf({ words: 'abc', revision: '4' });
    form.append('revision', '5');
    form.append('revision', '4');
    const command = { sectionWords: 'abc', revisionIds: [4, 5] };
    expect(parseConfirmSeveral(form)).toEqual({ ok: true, command });
    expect(parseConfirmSeveral(formOf({ words: 'abc' })).ok).toBe(false);
  });
});

describe('what is handed in', () => {
  const PLACES = { topics: TOPICS, sections: TOPICS };

  test.each([
    ['nothing', {}, 'file'],
    ['blank text', { pasted: ' \n' }, 'file'],
    ['an unknown topic', { pasted: '::a::', topic: 'cats' }, 'topic'],
  ])('%s is refused', (_, values, field) => {
    const outcome = parseQuestionUpload(formOf(values as Record<string, string>), PLACES);
    expect(outcome.ok ? [] : outcome.errors.map((error) => error.field)).toEqual([field]);
  });

  test('a file and a text are one too many; a file has a name without a path', () => {
    const form = formOf({ pasted: '' });
    form.append('file', new File(['x'], '..\\..\\bank\u202e.xml'));
    const outcome = parseQuestionUpload(form, PLACES);
    expect(outcome.ok && outcome.command.name).toBe('bank.xml');
    form.set('pasted', 'x');
    expect(parseQuestionUpload(form, PLACES).ok).toBe(false);
  });

  test('what comes back from a preview is the very bytes', () => {
    const bytes = Buffer.from('Zoë\r\n\u0000', 'utf8');
    const content = bytes.toString('base64');
    const outcome = parsePreviewed(formOf({ content, name: 'a.xml', seen: '1.0.0.0' }), PLACES);
    expect(outcome.ok && Buffer.from(outcome.command.bytes).equals(bytes)).toBe(true);
    expect(outcome.ok && outcome.command.seen).toBe('1.0.0.0');
  });

  test('what is said once for all of them comes back too', () => {
    const said = { topic: 'fgm', section: 'prevent', document: 'Policy', place: 'Section 6' };
    const outcome = parsePreviewed(formOf({ content: 'YQ==', ...said }), PLACES);
    expect(outcome.ok && outcome.command.leftOpen).toEqual(said);
  });

  test.each(['', 'not base64!', 'abc='.repeat(2)])('content of %j is refused', (content) => {
    expect(parsePreviewed(formOf({ content }), PLACES).ok).toBe(false);
  });
});

describe('what the questions of a file leave open', () => {
  const open = { topic: '', section: '', source: { document: '', place: '' } };
  const read = [
    { key: 'whole', ...question('one') },
    { key: 'open', ...question('one', open) },
  ];

  test('is said once for all of them', () => {
    const leftOpen = { topic: 'fgm', section: '', document: 'Policy', place: 'Section 6' };
    const filled = fillIn(read, leftOpen);
    expect(filled.ok && filled.questions).toMatchObject([
      {
        key: 'whole',
        topic: 'whom-to-tell',
        source: { document: 'Keeping children safe in education', place: 'Part one' },
      },
      {
        key: 'open',
        topic: 'fgm',
        section: 'fgm',
        source: { document: 'Policy', place: 'Section 6' },
      },
    ]);
  });

  test('must be said', () => {
    const filled = fillIn(read, { topic: '', section: 'fgm', document: '', place: '' });
    expect(filled).toEqual({
      ok: false,
      errors: [
        {
          field: 'topic',
          message: '1 question of the file does not say: say to which topic they belong',
        },
        {
          field: 'document',
          message: '1 question of the file does not say: enter where they come from',
        },
        {
          field: 'place',
          message: '1 question of the file does not say: enter the place in the document',
        },
      ],
    });
  });
});

test.each([
  ['', { format: 'moodle', whose: 'all' }],
  ['format=gift&whose=own', { format: 'gift', whose: 'own' }],
  ['format=word', null],
  ['whose=theirs', null],
])('the file that “%s” asks for', (query, asked) => {
  expect(readExport(new URLSearchParams(query))).toEqual(asked);
});
