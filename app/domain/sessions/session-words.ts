import { type Day, inWords } from '../days.ts';
import { counted, listed, sentenceCase } from '../words.ts';
import type { RegisterFigures } from './register.ts';

/** A sitting as far as a list tells of it. */
export type SittingTold = {
  heldOn: Day;
  startsAt: string | null;
  finalisedAt: string | null;
};

/** Where a sitting stands on a day. `open`: its day has come, and its register is not final. */
export type SittingState = 'to-come' | 'open' | 'final' | 'called-off';

export function stateOfSitting(
  sitting: SittingTold,
  { calledOffOn }: { calledOffOn: Day | null },
  today: Day,
): SittingState {
  if (sitting.finalisedAt !== null) return 'final';
  if (calledOffOn !== null) return 'called-off';
  return sitting.heldOn > today ? 'to-come' : 'open';
}

/** "4 January 2027 at 09:00". */
export function whenInWords({
  heldOn,
  startsAt,
}: Pick<SittingTold, 'heldOn' | 'startsAt'>): string {
  return startsAt === null ? inWords(heldOn) : `${inWords(heldOn)} at ${startsAt}`;
}

/** "58 people expected", "Register open: 12 of 58 ticked", "Final: 45 of 58 were there". */
export function stateInWords(state: SittingState, figures: RegisterFigures): string {
  const { expected, there, inPart } = figures;
  switch (state) {
    case 'called-off':
      return 'Called off';
    case 'to-come':
      return sentenceCase(`${counted(expected, 'person', 'people')} expected`);
    case 'open':
      return `Register open: ${there + inPart} of ${expected} ticked`;
    case 'final':
      return `Final: ${there} of ${expected} were there${inPart > 0 ? `, ${inPart} in part` : ''}`;
  }
}

/** A sitting with its session, for the first sentence of the list. */
export type ListedSitting = SittingTold & {
  title: string;
  state: SittingState;
  expected: number;
};

/** Which register is open, and what comes next: the answer of the list of sessions. */
export function sessionsAnswer(sittings: readonly ListedSitting[]): string {
  const open = sittings.filter(({ state }) => state === 'open').sort(byDay);
  const [next] = sittings.filter(({ state }) => state === 'to-come').sort(byDay);
  const said = [openInWords(open), next ? nextInWords(next) : NOTHING_NEXT];
  return said.filter(Boolean).join(' ');
}

const NOTHING_NEXT = 'No session is planned.';

function openInWords(open: readonly ListedSitting[]): string | null {
  const [first] = open;
  if (!first) return null;
  if (open.length > 1) {
    return `${open.length} registers are open, the oldest that of ${first.title} on ${inWords(first.heldOn)}.`;
  }
  return `The register of ${first.title} on ${inWords(first.heldOn)} is open.`;
}

function nextInWords({ title, expected, ...sitting }: ListedSitting): string {
  const who = counted(expected, 'person is', 'people are');
  return `Next is ${title}, on ${whenInWords(sitting)}: ${who} expected.`;
}

function byDay(a: SittingTold, b: SittingTold): number {
  return `${a.heldOn} ${a.startsAt ?? ''}` < `${b.heldOn} ${b.startsAt ?? ''}` ? -1 : 1;
}

/** The parts of the list of sessions, in its order. */
export const SESSION_PARTS = [
  { part: 'open', title: 'Register open' },
  { part: 'to-come', title: 'To come' },
  { part: 'past', title: 'Held' },
] as const;

/** In which part of the list a session stands: an open register first, then what is to come. */
export function partOfSession(sittings: readonly { state: SittingState }[]) {
  if (sittings.some(({ state }) => state === 'open')) return 'open';
  return sittings.some(({ state }) => state === 'to-come') ? 'to-come' : 'past';
}

/** Where a session stands: its open register, its next sitting, or that all its registers are final. */
export function sessionAnswer(
  sittings: readonly (SittingTold & { state: SittingState; figures: RegisterFigures })[],
): string {
  const open = sittings.find(({ state }) => state === 'open');
  if (open) return `The register of ${inWords(open.heldOn)} is open.`;
  const next = sittings.find(({ state }) => state === 'to-come');
  if (next) {
    const who = counted(next.figures.expected, 'person is', 'people are');
    return `${sentenceCase(who)} expected on ${whenInWords(next)}.`;
  }
  const there = sittings.reduce((sum, { figures }) => sum + figures.there, 0);
  const held = counted(sittings.length, 'sitting', 'sittings');
  return `${sentenceCase(counted(there, 'person was', 'people were'))} there, in ${held}.`;
}

/** Where a sitting stands, at the head of its register. */
export function registerAnswer(state: SittingState, figures: RegisterFigures, heldOn: Day): string {
  const { expected, there, inPart, open } = figures;
  const people = counted(expected, 'person', 'people');
  switch (state) {
    case 'called-off':
      return 'This session is called off.';
    case 'to-come':
      return `${sentenceCase(people)} expected. The register can be kept from ${inWords(heldOn)} on.`;
    case 'open':
      if (expected === 0) return 'Nobody is on this register yet: add whoever is there.';
      return there + inPart === 0
        ? `${sentenceCase(people)} expected, and nobody ticked yet.`
        : `${there + inPart} of ${people} ticked${open > 0 ? `, ${open} not` : ''}.`;
    case 'final':
      return `${there} of ${people} were there${inPart > 0 ? `, ${inPart} of the others in part` : ''}.`;
  }
}

/** What an open register keeps back, after its name: "is not final: until it is, …". */
export function openRegisterWords(wasFinal: boolean): string {
  return wasFinal
    ? 'was opened again and is not final: what it recorded before stands until it is'
    : 'is not final: until it is, nobody who was there is recorded';
}

/** What being there in part is good for: "Prevent counts from 45 minutes; nothing else does." */
export function inPartInWords(
  credited: readonly { name: string; minutesNeeded: number | null }[],
): string {
  const said = credited.flatMap(({ name, minutesNeeded }) =>
    minutesNeeded === null ? [] : [`${name} counts from ${minutesNeeded} minutes`],
  );
  if (said.length === 0)
    return 'It then completes nothing: no requirement says how long is enough.';
  const isAll = said.length === credited.length;
  return `${listed(said)}${isAll ? '' : '; the others count only for those who were there for all of it'}.`;
}

/** What making a register final comes to, in pairs of a person and something completed. */
export type FinalFigures = {
  add: readonly { personId: number }[];
  withdraw: readonly { personId: number }[];
  keep: readonly { personId: number }[];
  leave: readonly { personId: number }[];
};

/** "This records 118 completions for 59 people." And what becomes of those that stand already. */
export function finalInWords({ add, withdraw, keep, leave }: FinalFigures): string {
  const isAgain = withdraw.length + keep.length + leave.length > 0;
  if (!isAgain) return `This records ${completionsFor(add)}.`;
  const said = [
    ...(add.length > 0 ? [`records ${completionsFor(add)}`] : []),
    ...(withdraw.length > 0 ? [`withdraws ${completionsOf(withdraw)}`] : []),
  ];
  const change = said.length > 0 ? listed(said) : 'changes nothing';
  return [`This ${change}.`, keptInWords(keep.length), leftInWords(leave.length)]
    .filter(Boolean)
    .join(' ');
}

function keptInWords(n: number): string | null {
  if (n === 0) return null;
  return `${counted(n, 'completion that it recorded stays as it is', 'completions that it recorded stay as they are')}.`;
}

function leftInWords(n: number): string | null {
  if (n === 0) return null;
  return `${counted(n, 'that somebody withdrew stays withdrawn', 'that somebody withdrew stay withdrawn')}.`;
}

function completionsFor(pairs: FinalFigures['add']): string {
  return `${counted(pairs.length, 'completion', 'completions')} for ${peopleIn(pairs)}`;
}

function completionsOf(pairs: FinalFigures['add']): string {
  return `${counted(pairs.length, 'completion', 'completions')} of ${peopleIn(pairs)}`;
}

function peopleIn(pairs: FinalFigures['add']): string {
  const people = new Set(pairs.map(({ personId }) => personId)).size;
  return counted(people, 'person', 'people');
}

/** A sitting to come, for whoever is expected at it: when, where, with whom, and what it completes. */
export function comingInWords(
  sitting: Pick<SittingTold, 'heldOn' | 'startsAt'> & {
    minutes: number | null;
    place: string | null;
    trainer: string | null;
  },
  credits: readonly string[],
): string {
  const { minutes, place, trainer } = sitting;
  const said = [
    `On ${whenInWords(sitting)}`,
    ...(minutes === null ? [] : [`${minutes} minutes`]),
    ...(place === null ? [] : [place]),
    ...(trainer === null ? [] : [`with ${trainer}`]),
  ];
  const completes = credits.length === 0 ? '' : ` Being there completes ${listed(credits)}.`;
  return `${said.join(', ')}.${completes}`;
}

/** The words above the signatures of a printed register. */
export function signedWords(names: readonly string[]): string {
  const what = names.length === 1 ? 'training in' : 'training in all of';
  return `By signing I confirm that I was there for the whole of this session, or for the minutes that I give, and that I have had ${what} ${listed(names)}.`;
}
