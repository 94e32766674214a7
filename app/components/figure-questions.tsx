import { attemptsSoFar, percent, type QuestionSort } from '#app/domain/quiz/question-figures.ts';
import type { QuestionStatistics } from '#app/domain/quiz/statistics.ts';
import { BriefingButton } from './briefing-button.tsx';
import type { KeyedLook } from './question-looks.tsx';
import { type Column, Table } from './table.tsx';

type FiguredQuestion = KeyedLook & { statistics: QuestionStatistics };

type FigureQuestionsProps = {
  questions: readonly FiguredQuestion[];
  sort: QuestionSort;
  mayAdd: boolean;
};

/** Questions with their figures; where there are too few attempts, how many there are so far. */
export function FigureQuestions({ questions, sort, mayAdd }: FigureQuestionsProps) {
  return (
    <Table
      caption="Questions with their figures"
      isCaptionHidden
      columns={columnsBy(sort)}
      rows={questions.map((question) => ({
        key: question.questionId,
        cells: cellsOf(question, mayAdd),
      }))}
    />
  );
}

function columnsBy(sort: QuestionSort): Column[] {
  const sorted = (key: QuestionSort, href: string) => ({
    href,
    now: sort === key ? ('ascending' as const) : null,
  });
  return [
    { key: 'question', head: 'Question', isRowHead: true },
    {
      key: 'facility',
      head: 'Facility',
      sort: sorted('facility', '/dsl/quizzes/questions'),
    },
    {
      key: 'discrimination',
      head: 'Discrimination',
      sort: sorted('discrimination', '/dsl/quizzes/questions?sort=discrimination'),
    },
    { key: 'meaning', head: 'What it means' },
    { key: 'briefing', head: 'Briefing' },
  ];
}

function cellsOf(question: FiguredQuestion, mayAdd: boolean) {
  const { questionId, text, about, missed, meaning, statistics } = question;
  const { attempts, facility, discrimination } = statistics;
  const isKnown = facility !== null;
  return {
    question: (
      <>
        <a className="figured__text" href={`/dsl/questions/${questionId}`}>
          {text}
        </a>
        <span className="figured__about">{about}</span>
      </>
    ),
    facility: isKnown ? <span className="figures">{percent(facility)}</span> : null,
    discrimination: isKnown ? (
      <span className="figures">
        {discrimination === null ? 'cannot be told' : percent(discrimination)}
      </span>
    ) : null,
    meaning: isKnown ? (
      <span className="figured__meaning">
        {missed ? <span className="figured__missed">{missed}</span> : null} {meaning}
      </span>
    ) : (
      <span className="soft">{attemptsSoFar(attempts)}</span>
    ),
    briefing: <BriefingButton {...question} mayAdd={mayAdd} of={text} />,
  };
}
