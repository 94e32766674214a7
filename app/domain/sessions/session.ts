/** A planned event with a register, or something short that is logged when it has been. */
export const SESSION_KINDS = ['session', 'bulletin', 'briefing', 'staff-meeting'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** What may become of somebody who missed a session. */
export const MOP_UP_OUTCOMES = [
  'later-sitting',
  'recording',
  'one-to-one',
  'not-required',
] as const;
export type MopUpOutcome = (typeof MOP_UP_OUTCOMES)[number];
