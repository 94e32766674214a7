import { schoolFacts } from '#app/data/facts.ts';
import { findReadingQuestion } from '#app/data/reading-questions.ts';
import { leadsOf } from '#app/domain/leads.ts';
import { may } from '#app/domain/permissions.ts';
import {
  type Answering,
  type ReadingQuestion,
  whyNotToAnswer,
} from '#app/domain/publications/reading-questions.ts';
import { notFound } from './answers.ts';
import { parseId, type SchoolVisit } from './visit.ts';

/** The question that the address names. Throws 404 where nobody of this school asked it. */
export function requireQuestionAt(
  { params }: { params: { id?: string } },
  { database, school }: SchoolVisit,
): ReadingQuestion {
  const question = findReadingQuestion(database, school.id, parseId(params.id));
  if (!question) throw notFound();
  return question;
}

/** As what somebody answers questions today. */
export function answeringOf({ roles }: SchoolVisit): Answering {
  return {
    isLead: may(roles, 'change-publications'),
    isHeadteacher: roles.includes('headteacher'),
  };
}

/** Why this reader may not answer a question; null where they may. */
export function whyNotHere(visit: SchoolVisit, { person }: ReadingQuestion): string | null {
  const { people } = schoolFacts(visit.database, visit.school.id);
  const { leads, deputies } = leadsOf(people, visit.today, person.id);
  return whyNotToAnswer({
    ...answeringOf(visit),
    isOwn: visit.personId === person.id,
    otherLeads: leads.length + deputies.length,
  });
}
