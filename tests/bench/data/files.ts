import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { addDays, type Day, day } from '#app/domain/days.ts';
import { SCHOOL_FILES } from '#app/domain/import/school-files.ts';
import { chanceOf } from '#app/domain/quiz/chance.ts';
import type { Audience } from '#app/domain/types.ts';
import { readCsv } from '#app/forms/files/read-csv.ts';
import type { StageImport } from '#app/operations/stage-import.ts';
import { belongsOf, type Member, membersOf, TODAY } from './people.ts';
import { type Asked, askedOf } from './policy.ts';
import { type SchoolSize, SIZES, type Size } from './sizes.ts';
import { completionsOf, type Done } from './training.ts';

/** A dense trust asks so much more of everybody that fewer years hold as many completions. */
const SINCE: Record<Size, Day> = {
  school: day('2021-11-16'),
  trust: day('2021-11-16'),
  'trust-dense': day('2024-07-01'),
};

/** The texts of a school's files, by their names. The same each time. */
export function textsOf(school: SchoolSize, size: Size): Record<string, string> {
  const members = membersOf(school);
  const asked = askedOf(size === 'trust-dense');
  return {
    'people.csv': csv('people.csv', members.flatMap(peopleRows)),
    'training-log.csv': csv(
      'training-log.csv',
      members.flatMap((member, index) => logRows(school, member, index, asked, SINCE[size])),
    ),
    'absences.csv': csv(
      'absences.csv',
      members.flatMap((member, index) => absenceRows(chanceOf(school.number, index, 3), member)),
    ),
    'exemptions.csv': csv(
      'exemptions.csv',
      members.flatMap((member, index) => exemptionRows(school, member, index, asked)),
    ),
  };
}

/** The same, read as the importer takes them. */
export function filesOf(school: SchoolSize, size: Size): StageImport[] {
  const texts = textsOf(school, size);
  return SCHOOL_FILES.flatMap(({ name, kind }) => {
    const bytes = Buffer.from(texts[name] ?? '');
    if (bytes.length === 0) return [];
    const fileHash = createHash('sha256').update(bytes).digest('hex');
    return [{ sheet: readCsv(bytes), fileName: `${school.key}/${name}`, fileHash, kind }];
  });
}

/** Empty where there are no rows. */
function csv(name: string, rows: string[]): string {
  const columns = SCHOOL_FILES.find((file) => file.name === name)?.columns ?? [];
  return rows.length === 0 ? '' : `${[columns.join(','), ...rows].join('\n')}\n`;
}

function peopleRows({ ref, firstName, lastName, email, kinds, from, to }: Member): string[] {
  return kinds.map((kind) => [ref, firstName, lastName, email, kind, from, to ?? '', ''].join(','));
}

function logRows(
  school: SchoolSize,
  member: Member,
  index: number,
  asked: Asked[],
  since: Day,
): string[] {
  const belongs = belongsOf(member);
  return asked.flatMap((one, place) => {
    if (!isAsked(belongs, one.audience)) return [];
    const chance = chanceOf(school.number, index, SIZES.length + place);
    return completionsOf(chance, member, one, since).map((done) => logRow(member, one, done));
  });
}

/** Is this asked of somebody who belongs to these? */
export function isAsked(belongs: Set<string>, { categories, kinds }: Audience): boolean {
  return (
    categories.some((category) => belongs.has(`category ${category}`)) ||
    kinds.some((kind) => belongs.has(`kind ${kind}`))
  );
}

function logRow({ ref, firstName, lastName }: Member, { key }: Asked, done: Done): string {
  const { on, printedExpiryOn, edition, evidence, provider, reference } = done;
  return [
    ...[ref, `${firstName} ${lastName}`, key, on, printedExpiryOn, edition],
    ...[evidence, provider, reference, done.isElsewhere ? 'yes' : '', done.waits ? 'waiting' : ''],
    '',
  ].join(',');
}

/** Some were away for months; half of them are still. */
function absenceRows(chance: RandomGenerator, { ref, firstName, lastName, to }: Member): string[] {
  if (to !== null || uniformInt(chance, 1, 30) > 1) return [];
  const from = addDays(TODAY, -uniformInt(chance, 20, 300));
  const isBack = uniformInt(chance, 0, 1) === 1;
  const back = isBack ? addDays(from, 19) : '';
  return [[ref, `${firstName} ${lastName}`, from, back].join(',')];
}

/** Some need not do one of the things that are asked of them, for a year. */
function exemptionRows(
  school: SchoolSize,
  member: Member,
  index: number,
  asked: Asked[],
): string[] {
  const chance = chanceOf(school.number, index, 2);
  if (member.to !== null || uniformInt(chance, 1, 20) > 1) return [];
  const belongs = belongsOf(member);
  const of = asked.filter(({ audience }) => isAsked(belongs, audience));
  const { key = '' } = of[uniformInt(chance, 0, of.length - 1)] ?? {};
  const from = addDays(TODAY, -uniformInt(chance, 0, 300));
  const { ref, firstName, lastName } = member;
  const reason = 'Holds the advanced course';
  return [[ref, `${firstName} ${lastName}`, key, from, addDays(from, 365), reason].join(',')];
}
