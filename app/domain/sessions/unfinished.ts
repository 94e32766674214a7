import type { Day } from '../days.ts';
import type { SittingTold } from './session-words.ts';

/** A sitting that was held, and whose register is not final. */
export type OpenRegister = {
  session: { id: number; title: string };
  sitting: { id: number; heldOn: Day };
  /** It was final before: what it recorded then stands. */
  wasFinal: boolean;
};

/** A session as far as it says whether something of it is left to do. */
export type ToFinish = {
  id: number;
  title: string;
  closedOn: Day | null;
  calledOffOn: Day | null;
  sittings: readonly (SittingTold & { id: number })[];
};

/** On the day itself it may be still to come, or going on. */
function isRegisterDue({ finalisedAt, heldOn }: SittingTold, on: Day): boolean {
  return finalisedAt === null && heldOn < on;
}

/** The registers to be made final, the oldest first. `reopened`: sittings whose register was final once. */
export function openRegistersOf(
  sessions: readonly ToFinish[],
  reopened: ReadonlySet<number>,
  on: Day,
): OpenRegister[] {
  return sessions
    .filter(({ calledOffOn }) => calledOffOn === null)
    .flatMap(({ id, title, sittings }) =>
      sittings
        .filter((sitting) => isRegisterDue(sitting, on))
        .map((sitting) => ({
          session: { id, title },
          sitting: { id: sitting.id, heldOn: sitting.heldOn },
          wasFinal: reopened.has(sitting.id),
        })),
    )
    .sort((a, b) => a.sitting.heldOn.localeCompare(b.sitting.heldOn));
}

/** Is everything of it held and recorded, so that those who missed it can be worked through? */
export function isToClose({ closedOn, calledOffOn, sittings }: ToFinish, on: Day): boolean {
  const isClosed = closedOn !== null && closedOn <= on;
  const isRecorded =
    sittings.length > 0 && sittings.every(({ finalisedAt }) => finalisedAt !== null);
  return !isClosed && calledOffOn === null && isRecorded;
}
