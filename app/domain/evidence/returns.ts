/** Why evidence is returned; a note says the rest. */
export const RETURN_REASONS = [
  'cannot-be-read',
  'another-person',
  'another-training',
  'day-differs',
  'not-finished',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** As whoever returns it chooses, and whoever handed it in reads. */
export const RETURN_REASON_LABELS: Record<ReturnReason, string> = {
  'cannot-be-read': 'The picture cannot be read',
  'another-person': 'It names another person',
  'another-training': 'It is for other training',
  'day-differs': 'The day on it is not the day that was typed',
  'not-finished': 'It does not say that the training was completed',
  other: 'Something else',
};
