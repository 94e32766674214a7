import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentFilesIn } from '#app/commands/support/content-files.ts';
import { STANDARD_APPOINTMENT_KINDS } from '#app/domain/appointment-kinds.ts';
import { findMarkdownFaults, plainWords } from '#app/domain/offer/markdown.ts';
import { TOPICS } from '#app/domain/offer/topics.ts';
import { readContent } from '#app/forms/files/read-content.ts';
import { DEMO_DAY } from '#tests/support/demo.ts';

const FOLDER = 'db/seed';
const SCHOOLS = ['longton', 'john-moore', 'parkside', 'grange', 'droitwich'];

/** Every file of the demo but the lists of what is wrong in the schools' own documents. */
const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'warnings.yaml')
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** What staff ask about one edition, and are answered, names that edition and its parts as they are. */
const ASKED_BY_STAFF = /\/reading-questions\.yaml$/;

/** Those that somebody reads or is asked from. */
const taught = files.filter(
  ({ path }) => /\/offer\/|questions|quizzes/.test(path) && !ASKED_BY_STAFF.test(path),
);

/** What is out of date or wrong in the schools' documents, wherever it might stand. */
const STALE: [what: string, pattern: RegExp][] = [
  ['the retired government mail domain', /gsi\.gov\.uk/i],
  ['the Forced Marriage Unit’s mailbox of the Foreign Office as it was', /fco\.gov\.uk/i],
  ['the Unit’s number run together with a page number', /7008\s*015132/],
  ['an old helpline of the Department', /7340\s*7264/],
  ['sites of an FGM course that have gone', /fgmelearning|vc-enable/i],
  ['boards that have been replaced', /\b(GSCB|GSCE|WSCB|ESCB)\b/],
  ['another county’s drug service', /info\s?buzz/i],
  ['another county’s mental health site', /onyourmind/i],
  ['another county’s sexual assault centre', /01452\s*754390/],
  ['Worcester in Massachusetts', /worcesterma/i],
  ['somebody’s own drive', /\bU:\\|file:\/\//i],
  ['a children’s trust that has ended', /worcestershire children first|worcschildrenfirst/i],
  ['a contract that has ended', /babcock/i],
  ['a service that closed in 2018', /core assets|31 July 2018/i],
  ['health bodies that were abolished', /clinical commissioning/i],
  ['the hub’s former name', /operations hub/i],
  ['a helpline that does not answer round the clock', /24[\s-]?hours?\b/i],
  ['an education site that was replaced', /thinkuknow|think u know/i],
  ['a number that is a digit short', /0845\s*767\s*800\b/],
  ['unsourced figures on exploitation', /over 70\s?%|\b16\s?%|2 million/i],
  ['another school’s initials', /\bPHS\b/],
  ['the pandemic', /covid|coronavirus/i],
  ['guidance that was replaced', /working together(?: to safeguard children)?[,(]?\s*20(?:0|1)\d/i],
];

/** Fine in a policy or a training log, where it says what was done; wrong where it is taught. */
const NOT_TAUGHT: [what: string, pattern: RegExp][] = [
  ['a year of KCSIE', /(?:KCSIE|keeping children safe in education)[\s,(–-]*(?:of )?20\d\d/i],
  ['an annex by its letter, which changes', /\bAnnex [A-F]\b/],
  ['a retired course', /channel (?:online|general awareness)/i],
  ['guidance on Channel of 2015', /channel[^.\n]{0,40}2015/i],
  ['the providers of a course', /educare|virtual college/i],
  ['a definition of missing education that is none', /\b(?:4|four) weeks\b/i],
  ['an address of a mailbox', /[\w.-]+@[\w-]+\.\w/],
  ['the old name of a duty’s guidance', /revised prevent duty guidance/i],
];

describe('what is stale or wrong in the schools’ documents stands nowhere but among the warnings', () => {
  test.each(STALE)('%s', (_what, pattern) => {
    expect(linesWith(files, pattern)).toEqual([]);
  });

  test.each(NOT_TAUGHT)('and is not taught: %s', (_what, pattern) => {
    expect(linesWith(taught, pattern)).toEqual([]);
  });

  test('the warnings do name them: the patterns find what they are for', () => {
    const warnings = SCHOOLS.map((school) => ({
      path: school,
      text: readFileSync(join(FOLDER, school, 'warnings.yaml'), 'utf8'),
    }));
    const named = STALE.filter(([, pattern]) => linesWith(warnings, pattern).length > 0);
    expect(named.length).toBeGreaterThanOrEqual(STALE.length - 4);
  });
});

function linesWith(among: typeof files, pattern: RegExp): string[] {
  return among.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}

/**
 * Those whom the documents name, as digests of two words each: the people themselves are nobody's
 * business here.
 */
const NAMED = new Set(
  `037f579e394d a5303cd40c5a 0f68e3270a4a 373b116db67e bb19a520b086 a92d1aa66afd 66327a82512b
   e873a0cedaa8 07c9d4a9d85d b48b462127d8 c38de191a078 476c47b5820c 677f87863dc1 938954d91108
   3652ef25a24b 68a3e0586ebf 628860df8974 c3f0c30dcd08 cd98316aca01 1c3f93938663 95a0407854c6
   956554d500c8 660355972650 21389d4a15cb e0a4297cd9b0 7360e88ee33c 3525704180d1 3d62099a5a3e
   319aec2de38a d5b55e7e31da 537794c42dfe 872a34dc4c5f 10a1ab533239 d8e5f60a0b76 cc638cb6f464
   88f52eabba4e 37610204d430 dbe33942edf8 c11e24a00a6e 5645e2fef37b 0f3c87609f54 8085d545acaf
   5e3c0f3b3e01 889b9d5704ab 2be52c54e42b c721a2fbdecd 5c76aeadbf1f 0e3dd565cb8d e0de6bbd10a6
   072223cb653c 268dada176d9 4657710c7283 6c60b4b63f34 1997fad68aab 1b3e13fa8fb8 0ee6fd84fccb
   ad0bc6d68d63 54d862211ae0`.split(/\s+/),
);

test('nobody whom the documents name is named, in the warnings neither', () => {
  const warnings = SCHOOLS.map((school) => join(FOLDER, school, 'warnings.yaml'));
  const all = [...files, ...warnings.map((path) => ({ path, text: readFileSync(path, 'utf8') }))];
  const found = all.flatMap(({ path, text }) => {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const pairs = new Set(words.map((word, index) => `${word} ${words[index + 1]}`));
    return [...pairs].filter((pair) => NAMED.has(digestOf(pair))).map((pair) => `${path}: ${pair}`);
  });
  expect(found).toEqual([]);
});

test('a mobile number of somebody stands nowhere', () => {
  expect(linesWith(files, /\b07\d{3}\s?\d{3}\s?\d{3}\b/)).toEqual([]);
});

function digestOf(pair: string): string {
  return createHash('sha256').update(pair).digest('hex').slice(0, 12);
}

describe.each(SCHOOLS)('the offer of %s', (school) => {
  const read = readContent(contentFilesIn(join(FOLDER, school)));
  if (!read.ok) throw new Error(read.faults.join('; '));
  const { offer, sections, warnings } = read.content;

  test('has a name and a front door whose numbers were checked', () => {
    expect(offer?.name).toMatch(/^[A-Z]/);
    expect(offer?.frontDoor?.telephone).toMatch(/^0[\d ]{9,}$/);
    expect(String(offer?.frontDoor?.checkedOn) <= DEMO_DAY).toBe(true);
  });

  test('has the eleven sections', () => {
    expect(sections.map(({ topic }) => topic)).toEqual([...TOPICS]);
  });

  test.each(sections.map((section) => [section.topic, section] as const))(
    '%s',
    (_topic, section) => {
      const { body, title, summary, owner, audience, checkedOn, reviewBy } = section;
      const words = plainWords(body).split(' ').length;
      expect(title.length).toBeLessThanOrEqual(120);
      expect(summary.length).toBeLessThanOrEqual(160);
      expect(words).toBeGreaterThan(90);
      expect(words).toBeLessThan(330);
      expect(findMarkdownFaults(body)).toEqual([]);
      expect(STANDARD_APPOINTMENT_KINDS.map(({ key }) => key)).toContain(owner);
      expect(audience.categories.length + audience.kinds.length).toBeGreaterThan(0);
      expect(checkedOn <= DEMO_DAY && checkedOn < reviewBy).toBe(true);
    },
  );

  test('says whom to tell, and rings 999 in danger', () => {
    const whom = sections.find(({ topic }) => topic === 'whom-to-tell');
    expect(whom?.body).toMatch(/DSL/);
    expect(whom?.body).toMatch(/999/);
  });

  test('binds teachers to report known FGM to the police, and sends all else to the DSL', () => {
    const fgm = sections.find(({ topic }) => topic === 'fgm')?.body ?? '';
    expect(fgm).toMatch(/teacher/i);
    expect(fgm).toMatch(/police/i);
    expect(fgm).toMatch(/DSL/);
    expect(fgm).not.toMatch(/(all|every) (staff|member of staff)[^.]{0,40}report[^.]{0,40}police/i);
  });

  test('has warnings, each with what to do', () => {
    expect(warnings.length).toBeGreaterThanOrEqual(5);
    for (const { action, problem } of warnings) {
      expect(action).toMatch(/\.$/);
      expect(problem.length).toBeGreaterThan(20);
    }
  });
});
