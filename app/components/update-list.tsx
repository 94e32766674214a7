import type { Day } from '#app/domain/days.ts';
import { heardWords, UPDATE_LABELS, type Update } from '#app/domain/sessions/updates.ts';
import { listed } from '#app/domain/words.ts';
import { DayText } from './day-text.tsx';

/** What was said through a year, day by day, the latest first: on paper as on the screen. */
export function UpdateList({ updates }: { updates: readonly Update[] }) {
  return (
    <ol className="updates">
      {updates.map((update) => (
        <li className="updates__row" key={update.id}>
          <When {...update} />
          <div className="updates__what">
            <h2 className="updates__title">
              <a href={`/dsl/updates/${update.id}`}>{update.title}</a>
            </h2>
            <Said about={update.about} />
            {update.credits.length > 0 ? (
              <p className="updates__note">Completes {listed(update.credits)}.</p>
            ) : null}
          </div>
          <p className="updates__heard">
            <span className="updates__n">{heardWords(update)}</span>{' '}
            {update.kind === 'bulletin' ? 'read it' : 'were there'}
          </p>
        </li>
      ))}
    </ol>
  );
}

type WhenProps = Pick<Update, 'kind' | 'minutes'> & { heldOn: Day };

function When({ kind, heldOn, minutes }: WhenProps) {
  return (
    <p className="updates__when">
      <DayText day={heldOn} />
      <br />
      {UPDATE_LABELS[kind]}
      {minutes === null ? null : <>, {minutes}&nbsp;minutes</>}
    </p>
  );
}

/** Each point that was said on a line of its own. */
export function Said({ about }: { about: string | null }) {
  return about ? <p className="updates__said">{about}</p> : null;
}
