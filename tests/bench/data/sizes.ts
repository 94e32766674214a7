/** How much the benchmarks work on. */
export const SIZES = ['school', 'trust', 'trust-dense'] as const;
export type Size = (typeof SIZES)[number];

/** A school to be made; the same number makes the same school in whichever size it is. */
export type SchoolSize = { number: number; key: string; name: string; people: number };

/** Ten schools with a thousand people between them, and that ten times over. */
const PEOPLE_AT = [250, 160, 130, 100, 90, 70, 60, 50, 48, 42];
const SCHOOLS = 100;
/** The school that stands alone: of sixty people. */
const ALONE = 7;

/** The schools of a size, in the order in which they are made. */
export function schoolsOf(size: Size): SchoolSize[] {
  if (size === 'school') return [schoolNumbered(ALONE)];
  return Array.from({ length: SCHOOLS }, (_, index) => schoolNumbered(index + 1));
}

/** The school of 250 people, and the one that is the same by itself and in a trust. */
export const LARGE = schoolNumbered(1);
export const SMALL = schoolNumbered(ALONE);

export function schoolNumbered(number: number): SchoolSize {
  const digits = String(number).padStart(3, '0');
  const people = PEOPLE_AT[(number - 1) % PEOPLE_AT.length] ?? 0;
  return { number, key: `school-${digits}`, name: `Ashdown School ${digits}`, people };
}

/** By this the importer knows somebody: `S007-0012`. */
export function refOf(school: SchoolSize, index: number): string {
  return `S${school.key.slice(-3)}-${String(index + 1).padStart(4, '0')}`;
}
