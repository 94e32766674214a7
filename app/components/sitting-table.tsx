import type { Day } from '#app/domain/days.ts';
import type { RegisterFigures } from '#app/domain/sessions/register.ts';
import {
  type SittingState,
  stateInWords,
  whenInWords,
} from '#app/domain/sessions/session-words.ts';
import { type Column, Table } from './table.tsx';

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

const COLUMNS: readonly Column[] = [
  { key: 'when', head: 'Sitting', isRowHead: true },
  { key: 'place', head: 'Place' },
  { key: 'state', head: 'Register' },
  { key: 'sheet', head: 'On paper' },
];

/** The sittings of a session, each with where its register stands. */
export function SittingTable({ sittings }: { sittings: readonly SittingShown[] }) {
  return (
    <Table
      caption="The sittings"
      isCaptionHidden
      columns={COLUMNS}
      rows={sittings.map((sitting) => ({ key: sitting.id, cells: cellsOf(sitting) }))}
    />
  );
}

function cellsOf(sitting: SittingShown) {
  const { id, sessionId, minutes, place, isMopUp, state, figures } = sitting;
  const href = `/dsl/sessions/${sessionId}/sittings/${id}`;
  const when = whenInWords(sitting);
  return {
    when: (
      <>
        <a href={href}>{when}</a>
        {isMopUp ? <span className="sitting__kind">mop-up</span> : null}
      </>
    ),
    place: [place, minutes === null ? null : `${minutes} minutes`].filter(Boolean).join(', '),
    state: (
      <span className={`sitting__state sitting__state--${state}`}>
        {stateInWords(state, figures)}
      </span>
    ),
    sheet: (
      <a href={`${href}/sheet`}>
        Sheet<span className="govuk-visually-hidden"> of {when}</span>
      </a>
    ),
  };
}
