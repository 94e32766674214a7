import { checkQueue } from '#app/data/checks.ts';
import { type CompletionRecord, findCompletion } from '#app/data/completions.ts';
import { findPersonFacts, schoolPolicy } from '#app/data/facts.ts';
import { listPersonIdsOf } from '#app/data/people.ts';
import { effectsInWords, effectsOfAccepting } from '#app/domain/evidence/accepting.ts';
import { isFor, isOwn, type Waiting } from '#app/domain/evidence/queue.ts';
import { counted } from '#app/domain/words.ts';
import { notFound } from './answers.ts';
import { parseId, type SchoolVisit } from './visit.ts';

/** The completion that the address names. Throws 404 where nobody of this school has it. */
export function requireCompletionAt(
  { params }: { params: { id?: string } },
  { database, school }: SchoolVisit,
): CompletionRecord {
  const completion = findCompletion(database, school.id, parseId(params.id));
  if (!completion) throw notFound();
  return completion;
}

/** The school's queue, as whoever asks sees it. */
export type QueueSeen = {
  queue: Waiting[];
  /** The records that their account opens: what concerns those is for others to look at. */
  ownIds: number[];
  forThem: Waiting[];
  others: Waiting[];
};

export function queueSeenBy({ database, school, accountId, today }: SchoolVisit): QueueSeen {
  const queue = checkQueue(database, school.id, today);
  const ownIds = listPersonIdsOf(database, accountId);
  const isForThem = (one: Waiting) => isFor(one, ownIds) && !isOwn(one, ownIds);
  return {
    queue,
    ownIds,
    forThem: queue.filter(isForThem),
    others: queue.filter((one) => !isForThem(one)),
  };
}

/** What was just decided, and where it stands in the history, to be put right there. */
export type JustChecked = { words: string; href: string };

/** What is said of the check that led to this page; null where none did (`id` null). */
export function justChecked(
  visit: SchoolVisit,
  id: number | null,
  seen: QueueSeen,
): JustChecked | null {
  const completion = id === null ? null : findCompletion(visit.database, visit.school.id, id);
  if (!completion || completion.outcome === null) return null;
  const person = findPersonFacts(visit.database, visit.school.id, completion.personId);
  const name = person?.name ?? '';
  const done =
    completion.outcome === 'returned'
      ? `Returned to ${name}: ${completion.requirementName}.`
      : `Accepted for ${name}. ${effectsInWords(effects(visit, completion))}`;
  return {
    words: `${done} ${leftWords(seen)}`,
    href: `/dsl/people/${completion.personId}/completions/${completion.id}`,
  };
}

function effects({ database, school, today }: SchoolVisit, { id, personId }: CompletionRecord) {
  const person = findPersonFacts(database, school.id, personId);
  if (!person) return [];
  return effectsOfAccepting(schoolPolicy(database, school.id), person, id, today);
}

function leftWords({ forThem, others }: QueueSeen): string {
  if (forThem.length > 0) return '';
  if (others.length === 0) return 'That was the last: nothing waits.';
  return `That was the last for you: ${counted(others.length, 'other waits', 'others wait')} for somebody else.`;
}
