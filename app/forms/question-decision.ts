import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** What was before somebody's eyes: the revision, and the hash of its section's words. */
type Seen = { revisionId: number; sectionWords: string | null };

/** What is to become of a question at the school. */
export type QuestionDecision =
  | ({ act: 'confirm' } & Seen)
  | ({ act: 'make-own' } & Seen)
  | { act: 'set-aside'; why: string };

const ACTS = ['confirm', 'set-aside', 'make-own'] as const;
const LOOK_AGAIN = 'Open the page again and look at what it says now';

export function parseQuestionDecision(form: FormData): Parsed<QuestionDecision> {
  const fields = new Fields(form);
  const act = fields.choice('act', ACTS, 'Say what is to be done with the question');
  if (act !== 'set-aside' || fields.isWrong('act')) {
    const kind = act === 'make-own' ? act : 'confirm';
    return fields.parsed({ act: kind, ...(fields.isWrong('act') ? NOTHING_SEEN : seenIn(fields)) });
  }
  const missing = 'Say why it is set aside, so that whoever looks at it later knows';
  const why = fields.text('why', { missing, what: 'The reason', max: 300 });
  return fields.parsed({ act, why });
}

const NOTHING_SEEN: Seen = { revisionId: 0, sectionWords: null };

function seenIn(fields: Fields): Seen {
  return { revisionId: fields.id('revision', LOOK_AGAIN), sectionWords: wordsIn(fields) };
}

function wordsIn(fields: Fields): string | null {
  return fields.optionalText('words', { what: 'The section', max: 64 });
}

/** Several questions of one section, as they were seen. */
export type SeveralConfirmed = {
  sectionWords: string | null;
  revisionIds: number[];
};

/** The questions that were ticked, each by the revision that was shown. */
export function parseConfirmSeveral(form: FormData): Parsed<SeveralConfirmed> {
  const fields = new Fields(form);
  return fields.parsed({
    sectionWords: wordsIn(fields),
    revisionIds: fields.ids('revision', 'Tick at least one question'),
  });
}
