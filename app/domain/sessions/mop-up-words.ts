import { type Day, inWords } from '../days.ts';
import { counted, listed, sentenceCase } from '../words.ts';
import type { Lapsed, MopUpDecision, MopUpFigures, MopUpGroup } from './mop-up.ts';
import type { MopUpOutcome } from './session.ts';

/** As whoever decides chooses. */
export const OUTCOME_LABELS: Record<MopUpOutcome, string> = {
  'later-sitting': 'A later sitting',
  recording: 'The recording, with its quiz',
  'one-to-one': 'One to one with somebody',
  'not-required': 'Not required',
};

export const GROUP_TITLES: Record<MopUpGroup, string> = {
  'nothing-arranged': 'Nothing arranged yet',
  arranged: 'Arranged',
  away: 'Away: to be arranged when they are back',
  offered: 'Joined since: offered',
  'not-required': 'Not required',
  done: 'Done since',
};

/** The first sentence of the list: what is still open, or that nothing is. */
export function mopUpAnswer(figures: MopUpFigures): string {
  const all = figures['nothing-arranged'] + figures.arranged + figures.away;
  const settled = figures.done + figures['not-required'];
  if (figures['nothing-arranged'] + figures.arranged > 0)
    return sentenceCase(`${openWords(figures)}.`);
  if (all > 0) {
    const away = counted(figures.away, 'person is', 'people are');
    return `Everybody who is here has made up for it; ${away} away.`;
  }
  return settled > 0
    ? 'The list is done: everybody who missed it has made up for it, or need not.'
    : 'Nobody missed it.';
}

/** As long as the session is not closed: how many have missed it so far. */
export function missedSoFar(figures: MopUpFigures): string {
  const open = figures['nothing-arranged'] + figures.arranged;
  if (open === 0) return 'Nobody has missed it so far.';
  const people = sentenceCase(counted(open, 'person has', 'people have'));
  return `${people} missed it so far. The list is worked through when the session is closed.`;
}

/** "7 people missed Whole-school safeguarding: begin its mop-up". */
export function toBeginWords(title: string, figures: MopUpFigures): string {
  const open = figures['nothing-arranged'] + figures.arranged;
  return `${sentenceCase(counted(open, 'person', 'people'))} missed ${title}: begin its mop-up`;
}

/** "3 people have nothing arranged, 2 are arranged". */
export function openWords(figures: Pick<MopUpFigures, 'nothing-arranged' | 'arranged'>): string {
  const { 'nothing-arranged': nothing, arranged } = figures;
  if (nothing === 0) return `${counted(arranged, 'person is', 'people are')} arranged`;
  const open = `${counted(nothing, 'person has', 'people have')} nothing arranged`;
  return arranged === 0 ? open : `${open}, ${arranged} ${arranged === 1 ? 'is' : 'are'} arranged`;
}

/** A sitting as it is named in a sentence. */
export type SittingNamed = { heldOn: Day; startsAt: string | null; place: string | null };

/** "1 December 2026 at 15:30, Hall". */
export function sittingWords({ heldOn, startsAt, place }: SittingNamed): string {
  const at = startsAt === null ? '' : ` at ${startsAt}`;
  return `${inWords(heldOn)}${at}${place === null ? '' : `, ${place}`}`;
}

/** What was arranged, as leads read it: "Comes to the sitting of 1 December 2026 at 15:30, Hall". */
export function decisionWords(decision: MopUpDecision, sitting: SittingNamed | null): string {
  const { outcome, withWhom, reason, decidedOn } = decision;
  switch (outcome) {
    case 'later-sitting':
      return sitting
        ? `Comes to the sitting of ${sittingWords(sitting)}`
        : 'Comes to a later sitting';
    case 'recording':
      return `Watches the recording and takes its quiz, arranged on ${inWords(decidedOn)}`;
    case 'one-to-one':
      return `One to one with ${withWhom ?? 'somebody'}, arranged on ${inWords(decidedOn)}`;
    case 'not-required':
      return `Not required, decided on ${inWords(decidedOn)}: ${reason ?? 'no reason was given'}`;
  }
}

/** Why something else has to be arranged. */
export function lapsedWords(lapsed: Lapsed, sitting: SittingNamed | null): string {
  if (lapsed === 'no-recording')
    return 'Was to watch the recording, which cannot be taken any more';
  if (lapsed === 'no-sitting' || sitting === null)
    return 'Was to come to a sitting that is not held';
  return `Was not at the sitting of ${inWords(sitting.heldOn)}, or not long enough`;
}

/** "Still to be done: Safeguarding and Prevent"; of this session, whatever counts from before it. */
export function missingWords(names: readonly string[]): string {
  return names.length === 0 ? '' : `Still to be done: ${listed(names)}`;
}
