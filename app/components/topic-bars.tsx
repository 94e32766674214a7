import type { ShownTopic } from '#app/domain/quiz/topic-words.ts';

/** The share of right answers in each topic, the weakest first: words, figures, and a bar that says the same. */
export function TopicBars({ topics }: { topics: readonly ShownTopic[] }) {
  return (
    <ol className="topics">
      {topics.map(({ topic, label, figure, people, right, of }) => (
        <li className="topics__row" key={topic}>
          <span className="topics__name">{label}</span>
          <span className="topics__figure">{figure}</span>
          <svg
            className="topics__bar"
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            <rect className="topics__all" width="100" height="4" />
            <rect className="topics__right" width={(100 * right) / of} height="4" />
          </svg>
          <span className="topics__people">{people}</span>
        </li>
      ))}
    </ol>
  );
}
