import type { QuizFigures } from '#app/domain/quiz/results.ts';
import { type Column, Table } from './table.tsx';

export type QuizLine = {
  id: number;
  title: string;
  isRetired: boolean;
  href: string;
  figures: QuizFigures;
  first: { passed: number; of: number };
  attempts: number;
};

const COLUMNS: readonly Column[] = [
  { key: 'title', head: 'Quiz', isRowHead: true },
  { key: 'passed', head: 'Passed' },
  { key: 'failed', head: 'Failed, not passed yet' },
  { key: 'notTried', head: 'Not tried' },
  { key: 'first', head: 'Passed at the first attempt' },
  { key: 'attempts', head: 'Attempts handed in' },
];

/** How each quiz went, in figures that add up: passed, failed and not tried of those who are asked. */
export function QuizTable({ quizzes, caption }: { quizzes: readonly QuizLine[]; caption: string }) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      columns={COLUMNS}
      rows={quizzes.map(({ id, title, isRetired, href, figures, first, attempts }) => ({
        key: id,
        cells: {
          title: (
            <>
              <a href={href}>{title}</a>
              {isRetired ? <span className="quizzes__retired"> retired</span> : null}
            </>
          ),
          passed: <Figure n={figures.passed} of={figures.of} />,
          failed: <Figure n={figures.failed} of={figures.of} />,
          notTried: <Figure n={figures.notTried} of={figures.of} />,
          first: first.of === 0 ? 'none yet' : <Figure n={first.passed} of={first.of} />,
          attempts: <span className="figures">{attempts}</span>,
        },
      }))}
    />
  );
}

function Figure({ n, of }: { n: number; of: number }) {
  return (
    <span className="figures">
      {n} of {of}
    </span>
  );
}
