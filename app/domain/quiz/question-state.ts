/** Only what is in use is drawn. */
export const QUESTION_STATES = ['in-use', 'check-me', 'set-aside'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** What a school decided last about a question. */
export type LastDecision = {
  decision: 'confirmed' | 'set-aside';
  /** What the question said then. */
  revisionId: number;
  /** By its hash, what the section that it cites said then; null: there was no such section. */
  sectionWords: string | null;
};

/** A question as it stands at a school. */
type Standing = {
  /** Of all the schools of the trust, or of this school alone. */
  isShared: boolean;
  latestRevisionId: number;
  /** What the section says now. */
  sectionWords: string | null;
  decision: LastDecision | null;
};

/**
 * May a question be drawn at a school, and why? Set aside, it stays so until the school decides
 * otherwise. Confirmed, it is to be checked again when the question or the section that it cites says
 * something else. Where nothing was decided, one of the school's own is to be checked; a shared one,
 * which comes from the trust, counts as confirmed as it is, with no section.
 */
export function questionStateOf(standing: Standing): { state: QuestionState; because: string } {
  const { latestRevisionId, sectionWords, decision } = standing;
  if (decision?.decision === 'set-aside') {
    return { state: 'set-aside', because: 'Set aside: not asked until somebody takes it back.' };
  }
  const changed = [
    ...(decision !== null && decision.revisionId !== latestRevisionId
      ? ['the question has changed since it was confirmed']
      : []),
    ...changesOf(standing),
  ];
  if (changed.length > 0) return { state: 'check-me', because: `Check me: ${changed.join('; ')}.` };
  const because =
    sectionWords === null
      ? 'In use: the school’s offer has no section that it could differ from.'
      : 'In use: confirmed with its section of the offer as it stands.';
  return { state: 'in-use', because };
}

function changesOf({ isShared, decision, sectionWords: now }: Standing): string[] {
  if (decision === null && !isShared) return ['nobody has looked at it yet'];
  const before = decision?.sectionWords ?? null;
  if (before === now) return [];
  if (now === null) return ['its section is no longer part of the offer'];
  if (decision === null) return ['nobody has held it against its section of the offer yet'];
  if (before === null) return ['the offer has a section on it now'];
  return ['its section of the offer has changed since it was confirmed'];
}
