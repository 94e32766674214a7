import { SittingList, type SittingShown } from './sitting-list.tsx';

export type SessionShown = {
  id: number;
  title: string;
  trainer: string | null;
  /** What being there completes, by name. */
  credits: string[];
  sittings: SittingShown[];
};

/** Sessions under each other, each with its sittings. */
export function SessionList({ sessions }: { sessions: readonly SessionShown[] }) {
  return (
    <ul className="sessions">
      {sessions.map(({ id, title, trainer, credits, sittings }) => (
        <li className="sessions__item" key={id}>
          <h3 className="sessions__title">
            <a href={`/dsl/sessions/${id}`}>{title}</a>
          </h3>
          <p className="sessions__about">
            {credits.join(', ')}
            {trainer ? `, with ${trainer}` : ''}
          </p>
          <SittingList sittings={sittings} />
        </li>
      ))}
    </ul>
  );
}
