import { type Period, periodInWords } from '../quiz/period.ts';
import { figuresOf, type QuizResults } from '../quiz/results.ts';
import { type TopicFigure, weakestFirst } from '../quiz/topic-figures.ts';
import { SMALLEST_SHOWN } from '../small-groups.ts';

/** How the quizzes of a school went this academic year. */
export type Learnt = {
  period: Period;
  quizzes: readonly { title: string; results: QuizResults<unknown> }[];
  topics: readonly TopicFigure[];
};

/** How many passed a quiz, as it may be told: of fewer than five people in words alone. */
export type ShownPassed = { passed: number; of: number } | 'all' | 'not-all' | 'no-one';

/** What quizzes say that staff know, fit to be shown: figures of the whole school, nobody's score. */
export type Knowledge = {
  /** "since 1 September 2026". */
  since: string;
  quizzes: { title: string; shown: ShownPassed }[];
  /** Quizzes that nobody has taken yet, of all. Those for fewer than five people are not among them. */
  untaken: { count: number; of: number };
  /** The weakest first; of a topic that fewer than five people were asked about nothing is told. */
  topics: Omit<TopicFigure, 'people'>[];
};

/** More would be a list of all topics rather than of the weakest. */
const TOPICS_SHOWN = 3;

export function knowledgeOf({ period, quizzes, topics }: Learnt): Knowledge {
  const told = topics.filter(({ people }) => people >= SMALLEST_SHOWN);
  const taken = quizzes.filter(({ results }) => !isUntaken(results));
  return {
    since: periodInWords(period),
    quizzes: taken.map(({ title, results }) => ({ title, shown: shownPassed(results) })),
    untaken: { count: quizzes.length - taken.length, of: quizzes.length },
    topics: weakestFirst(told)
      .slice(0, TOPICS_SHOWN)
      .map(({ topic, right, of }) => ({ topic, right, of })),
  };
}

/** Of a small group it would tell what "not all" does not. */
function isUntaken(results: QuizResults<unknown>): boolean {
  return results.attempts === 0 && figuresOf(results).of >= SMALLEST_SHOWN;
}

function shownPassed(results: QuizResults<unknown>): ShownPassed {
  const { passed, of } = figuresOf(results);
  if (of === 0) return 'no-one';
  if (of >= SMALLEST_SHOWN) return { passed, of };
  return passed === of ? 'all' : 'not-all';
}
