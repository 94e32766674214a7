import type { Day } from '#app/domain/days.ts';
import type { RegisterFigures } from '#app/domain/sessions/register.ts';
import {
  type SittingState,
  stateInWords,
  whenInWords,
} from '#app/domain/sessions/session-words.ts';

export type SittingShown = {
  id: number;
  sessionId: number;
  heldOn: Day;
  startsAt: string | null;
  minutes: number | null;
  place: string | null;
  isMopUp: boolean;
  state: SittingState;
  figures: RegisterFigures;
};

/** The sittings of a session under each other, each with where its register stands. */
export function SittingList({ sittings }: { sittings: readonly SittingShown[] }) {
  return (
    <ul className="sittings">
      {sittings.map((sitting) => (
        <Sitting key={sitting.id} sitting={sitting} />
      ))}
    </ul>
  );
}

function Sitting({ sitting }: { sitting: SittingShown }) {
  const { id, sessionId, minutes, place, isMopUp, state, figures } = sitting;
  const href = `/dsl/sessions/${sessionId}/sittings/${id}`;
  const when = whenInWords(sitting);
  return (
    <li className="sitting">
      <span>
        <a href={href}>{when}</a>
        {isMopUp ? <span className="sitting__kind">mop-up</span> : null}
      </span>
      <span className="sitting__place">
        {[place, minutes === null ? null : `${minutes} minutes`].filter(Boolean).join(', ')}
      </span>
      <span className={`sitting__state sitting__state--${state}`}>
        {stateInWords(state, figures)}
      </span>
      <a href={`${href}/sheet`}>
        Sheet<span className="govuk-visually-hidden"> of {when}</span>
      </a>
    </li>
  );
}
