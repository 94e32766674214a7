import type { StarterShown } from '#app/domain/induction-list/starter-words.ts';
import { WeeksBar } from './first-weeks.tsx';

/** People in their first weeks, each with how far they are. */
export function StarterRows({
  title,
  starters,
}: {
  title: string;
  starters: readonly StarterShown[];
}) {
  if (starters.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">
        {title} <span className="part__count">{starters.length}</span>
      </h2>
      <ul className="starters">
        {starters.map(({ id, name, about, stands, states }) => (
          <li className="starters__row" key={id}>
            <div>
              <h3 className="starters__name">
                <a href={`/dsl/starters/${id}`}>{name}</a>
              </h3>
              <p className="starters__about">{about}</p>
            </div>
            <div>
              <WeeksBar states={states} />
              <p className="starters__stands">{stands}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
