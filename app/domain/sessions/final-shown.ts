import type { Day } from '../days.ts';
import { datePreview } from '../preview.ts';
import type { Policy, Requirement } from '../types.ts';
import { listed } from '../words.ts';
import { type Credited, type CreditedCompletion, creditsOf } from './credits.ts';
import type { RegisterDifference } from './difference.ts';
import type { RegisterEntry, RegisterMark } from './register.ts';

type Named = Credited & { name: string };

type Previewed = {
  entries: readonly RegisterEntry<unknown>[];
  credited: readonly Requirement[];
  difference: RegisterDifference;
  /** Null where the register was never final. */
  reopenedFor: string | null;
};

/** What making a register final records, with names, as its page shows it. */
export function finalShown(
  policy: Policy,
  { entries, credited, difference, reopenedFor }: Previewed,
  on: Day,
  nameOf: (personId: number) => string,
) {
  const says = ({ personId, requirementId }: CreditedCompletion) =>
    `${nameOf(personId)}: ${credited.find(({ id }) => id === requirementId)?.name ?? 'what is credited no longer'}`;
  const { add, withdraw } = difference;
  return {
    recorded: credited.flatMap((requirement) => {
      const count = add.filter(({ requirementId }) => requirementId === requirement.id).length;
      const until = datePreview(policy, requirement, on, null).map(({ sentence }) => sentence);
      return count === 0
        ? []
        : [{ id: requirement.id, name: requirement.name, count, until: [...new Set(until)] }];
    }),
    notThere: entries
      .filter(({ attendance }) => attendance === null || attendance === 'not-there')
      .map(({ personId }) => ({ id: personId, name: nameOf(personId) })),
    inPart: entries
      .filter(({ attendance }) => attendance === 'in-part')
      .map((entry) => ({
        id: entry.personId,
        name: nameOf(entry.personId),
        says: inPartSays(entry, credited),
      })),
    withdrawn: withdraw.map((one) => ({ id: one.completionId, says: says(one) })),
    // Of a register that was never final, the figures say it all.
    added:
      reopenedFor === null
        ? []
        : add.map((one) => ({ key: `${one.personId} ${one.requirementId}`, says: says(one) })),
  };
}

/** "45 minutes: completes Safeguarding; not enough for Prevent (counts from 60 minutes)". */
export function inPartSays(
  mark: Pick<RegisterMark, 'attendance' | 'minutes'>,
  credited: readonly Named[],
): string {
  const ids = creditsOf(mark, credited);
  const names = credited.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const short = credited.filter(({ id }) => !ids.includes(id)).map(notEnoughFor);
  const said = [
    ...(names.length > 0 ? [`completes ${listed(names)}`] : []),
    ...(short.length > 0 ? [`not enough for ${listed(short)}`] : []),
  ];
  return [`${mark.minutes} minutes`, said.join('; ')].filter(Boolean).join(': ');
}

function notEnoughFor({ name, minutesNeeded }: Named): string {
  return minutesNeeded === null
    ? `${name} (only the whole of it counts)`
    : `${name} (counts from ${minutesNeeded} minutes)`;
}
