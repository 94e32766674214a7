import type { ReactNode } from 'react';
import type { Day } from '#app/domain/days.ts';
import { inWords } from '#app/domain/days.ts';
import { PrintOnly } from './content.tsx';
import { DayText } from './day-text.tsx';

type Waiting = { id: number; words: string; addedOn: Day };
type Said = { id: number; words: string; saidOn: Day | null; said: string | null };

/** What waits to be said, each with what can be done about it. */
export function WaitingPoints({ points, mayChange }: PointsProps<Waiting>) {
  return (
    <ol className="points">
      {points.map(({ id, words, addedOn }, index) => (
        <li className="points__row" key={id}>
          <p className="points__words">{words}</p>
          <p className="points__note">Put down on {inWords(addedOn)}.</p>
          {mayChange ? (
            <p className="points__acts no-print">
              <a href={`/dsl/briefing/said?point=${id}`}>
                It was said<Hidden>: point {index + 1}</Hidden>
              </a>
              <a href={`/dsl/briefing/change?point=${id}`}>
                Change or take off<Hidden>: point {index + 1}</Hidden>
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** On paper: each point with room for what was said and when, and for who was there. */
export function BriefingSheet({ points }: { points: readonly Waiting[] }) {
  if (points.length === 0) return null;
  return (
    <PrintOnly>
      <p className="handout__head">
        <Blank label="Briefing on" /> <Blank label="Led by" />
      </p>
      <ol className="handout">
        {points.map(({ id, words }) => (
          <li className="handout__point" key={id}>
            <p className="handout__words">{words}</p>
            <p className="handout__lines">What was said</p>
            <p className="handout__when">
              <Blank label="Said on" /> <Blank label="To whom" />
            </p>
          </li>
        ))}
      </ol>
    </PrintOnly>
  );
}

function Blank({ label }: { label: string }) {
  return <span className="handout__blank">{label}</span>;
}

/** What was said, the latest first: the record of what staff were told through the year. */
export function SaidPoints({ points, mayChange }: PointsProps<Said>) {
  return (
    <ol className="points points--said">
      {points.map(({ id, words, saidOn, said }) => (
        <li className="points__row" key={id}>
          {saidOn ? (
            <p className="points__day">
              <DayText day={saidOn} />
            </p>
          ) : null}
          <p className="points__words">{words}</p>
          {said ? <p className="points__said">{said}</p> : null}
          {mayChange && saidOn ? (
            <p className="points__acts no-print">
              <a href={`/dsl/briefing/said?point=${id}`}>
                Put right<Hidden>: what was said on {inWords(saidOn)}</Hidden>
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

type PointsProps<Point> = { points: readonly Point[]; mayChange: boolean };

function Hidden({ children }: { children: ReactNode }) {
  return <span className="govuk-visually-hidden">{children}</span>;
}
