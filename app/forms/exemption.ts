import type { Day } from '#app/domain/days.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

type Decision = { from: Day; to: Day; reason: string };

/** A decision that a requirement does not apply to somebody, with its last day and the reason. */
export function parseExemption(form: FormData): Parsed<Decision & { requirementId: number }> {
  const fields = new Fields(form);
  const requirementId = fields.id('requirement', 'Choose what they are exempt from');
  return fields.parsed({ requirementId, ...readDecision(fields) });
}

/** Other days, or another reason, for an exemption. */
export function parseExemptionChange(form: FormData): Parsed<Decision> {
  const fields = new Fields(form);
  return fields.parsed(readDecision(fields));
}

function readDecision(fields: Fields): Decision {
  const from = fields.day('from', {
    missing: 'Enter the first day of the exemption',
    what: 'The first day',
  });
  const to = fields.day('to', {
    missing: 'Enter the last day: an exemption never goes on without end',
    what: 'The last day',
  });
  if (!fields.isWrong('from', 'to') && to < from) {
    fields.fail('to', 'The last day must be on or after the first day');
  }
  const missing = 'Say why it does not apply to them';
  const reason = fields.paragraph('reason', { missing, what: 'The reason', max: 500 });
  return { from, to, reason };
}
