import type { LoaderFunctionArgs } from '@remix-run/node';
import { type EditedSection, findEditedSection } from '#app/data/offer-editing.ts';
import { notFound } from './answers.ts';
import { parseId, type SchoolVisit } from './visit.ts';

/** The section that an address is about. Throws 404 where it is not this school's. */
export function requireSectionAt(
  { params }: Pick<LoaderFunctionArgs, 'params'>,
  { database, school }: SchoolVisit,
): EditedSection {
  const section = findEditedSection(database, school.id, parseId(params.id));
  if (!section) throw notFound();
  return section;
}
