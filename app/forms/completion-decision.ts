import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** A completion is accepted, returned with a reason, or withdrawn with a reason. */
export type CompletionDecision = {
  decision: 'accept' | 'return' | 'withdraw';
  reason: string | null;
};

export function parseCompletionDecision(form: FormData): Parsed<CompletionDecision> {
  const fields = new Fields(form);
  const decision = fields.choice(
    'decision',
    ['accept', 'return', 'withdraw'],
    'Choose what to do with it',
  );
  const reason = fields.optionalParagraph('reason', { what: 'The reason', max: 500 });
  if (decision !== 'accept' && reason === null && !fields.isWrong('decision', 'reason')) {
    fields.fail('reason', 'Say why');
  }
  return fields.parsed({ decision, reason });
}
