import { describe, expect, test } from 'vitest';
import { everySchoolFile } from '#app/data/every-school.ts';
import type { PolicyFile } from '#app/domain/import/policy-file.ts';
import { readPolicy, writePolicy } from '#app/forms/files/read-policy.ts';

const SCHOOL = 'school: { key: a, name: A, shortName: A }\n';

function policyIn(text: string): PolicyFile {
  const read = readPolicy(text);
  if (!read.ok) throw new Error(read.faults.join('; '));
  return read.policy;
}

function faultsIn(editions: string): string[] {
  const publication = `publications: [{ key: kcsie, title: KCSIE, editions: [${editions}] }]`;
  const read = readPolicy(`${SCHOOL}requirements: []\n${publication}`);
  return read.ok ? [] : read.faults;
}

const EDITION = 'key: kcsie-2020, title: KCSIE 2020, inForceFrom: 2020-09-01, state: announced';

describe('the editions of a policy file', () => {
  const kcsie = () => policyIn(everySchoolFile()).publications[0]?.editions ?? [];

  test('are KCSIE’s since 2015, each with where it is known from', () => {
    expect(kcsie().map(({ key }) => key)).toEqual(
      [
        '2015',
        '2016',
        '2018',
        '2019',
        '2020',
        '2020-2',
        '2021',
        '2022',
        '2023',
        '2024',
        '2025',
        '2026',
      ].map((year) => `kcsie-${year}`),
    );
    expect(kcsie().every(({ source, whatChanged }) => source && whatChanged)).toBe(true);
    expect(
      kcsie()
        .filter(({ state }) => state === 'announced')
        .map(({ key }) => key),
    ).toEqual(['kcsie-2026']);
    expect(kcsie().find(({ corrects }) => corrects)?.corrects).toBe('kcsie-2020');
    expect(kcsie().find(({ key }) => key === 'kcsie-2018')?.notes).toHaveLength(1);
  });

  test('are the same when they are written and read again', () => {
    const file = policyIn(everySchoolFile());
    const [first, ...more] = file.requirements;
    if (!first) throw new Error('Every school asks something');
    const asking = { ...first, asksFor: ['provider' as const, 'days' as const], minutesNeeded: 90 };
    const whole = { ...file, requirements: [asking, ...more] };
    expect(policyIn(writePolicy(whole))).toEqual(whole);
  });

  test.each([
    [
      'a part that it has not',
      `{ ${EDITION}, parts: [Part one], reads: [{ parts: [Annex A], audience: { categories: [staff] } }] }`,
      /Annex A is read, and is not among its parts/,
    ],
    [
      'a role that there is not',
      `{ ${EDITION}, parts: [Part one], reads: [{ parts: [Part one], audience: { kinds: [wizard] } }] }`,
      /no kind of appointment wizard/,
    ],
    [
      'a correction of nothing',
      `{ ${EDITION}, corrects: kcsie-2019 }`,
      /corrects kcsie-2019, which is no other/,
    ],
    [
      'a correction of itself',
      `{ ${EDITION}, corrects: kcsie-2020 }`,
      /corrects kcsie-2020, which is no other/,
    ],
    ['an address that runs', `{ ${EDITION}, link: "javascript:alert(1)" }`, /link/],
    [
      'one key twice',
      `{ ${EDITION} }, { ${EDITION} }`,
      /Two editions of kcsie have the key kcsie-2020/,
    ],
  ])('%s is told, with its place', (_, editions, fault) => {
    expect(faultsIn(editions).join('\n')).toMatch(fault);
  });
});
