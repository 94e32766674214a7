import type { PersonFacts, Policy } from '../types.ts';
import { listed } from '../words.ts';
import type { Missed, MissedSession } from './mop-up.ts';
import { missedShown } from './mop-up-shown.ts';
import { missingWords, type SittingNamed, sittingWords } from './mop-up-words.ts';

/** What stands for one person on the list of a session they missed. */
export type OwnMissed<Person> = {
  session: {
    id: number;
    title: string;
    recordingLink: string | null;
    sittings: readonly (SittingNamed & { id: number })[];
  };
  missed: MissedSession;
  quiz: { id: number; title: string } | null;
  own: Missed<Person>;
};

/** What is arranged for somebody, as they read it on their own page. */
export type ArrangedShown = { sessionId: number; title: string; missing: string } & (
  | { kind: 'later-sitting'; when: string }
  | { kind: 'recording'; link: string; quiz: { id: number; title: string } }
  | { kind: 'one-to-one'; withWhom: string }
);

/** What is arranged for them and has not come about, session by session. */
export function arrangedOf(
  policy: Policy,
  all: readonly OwnMissed<PersonFacts>[],
): ArrangedShown[] {
  return all.flatMap(({ session, quiz, own: { state, decision, missing } }): ArrangedShown[] => {
    if (state !== 'arranged' || decision === null) return [];
    const names = policy.requirements.filter(({ id }) => missing.includes(id));
    const what = {
      sessionId: session.id,
      title: session.title,
      missing: missingWords(names.map(({ name }) => name)),
    };
    const { outcome, sittingId, withWhom } = decision;
    const sitting = session.sittings.find(({ id }) => id === sittingId);
    if (outcome === 'later-sitting' && sitting) {
      return [{ ...what, kind: outcome, when: sittingWords(sitting) }];
    }
    if (outcome === 'recording' && quiz && session.recordingLink) {
      return [{ ...what, kind: outcome, link: session.recordingLink, quiz }];
    }
    if (outcome !== 'one-to-one') return [];
    return [{ ...what, kind: outcome, withWhom: withWhom ?? 'somebody' }];
  });
}

/** "You missed September INSET: what is arranged instead stands below."; null where nothing is. */
export function arrangedAnswer(arranged: readonly ArrangedShown[]): string | null {
  if (arranged.length === 0) return null;
  const titles = listed(arranged.map(({ title }) => title));
  return `You missed ${titles}: what is arranged instead stands below.`;
}

type Named = PersonFacts & { sortName: string };

/** A session that somebody missed and what became of it, as leads read it on that person's page. */
export function missedSessionsOf(policy: Policy, all: readonly OwnMissed<Named>[]) {
  return all.map(({ session, missed, own }) => {
    const ground = { policy, missed, sittings: session.sittings, apart: new Map<number, string>() };
    const { says, missing } = missedShown(own, ground);
    const isDone = own.state === 'done';
    return { id: session.id, title: session.title, says: isDone ? `Done: ${says}` : says, missing };
  });
}
