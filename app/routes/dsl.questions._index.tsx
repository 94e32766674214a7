import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { BankFilter } from '#app/components/bank-filter.tsx';
import { BankList } from '#app/components/bank-list.tsx';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { QuestionExport } from '#app/components/question-export.tsx';
import { titled } from '#app/components/shell.ts';
import { type BankedQuestion, readBank } from '#app/data/bank.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { pageOf, pagesFor } from '#app/domain/pages.ts';
import { may } from '#app/domain/permissions.ts';
import { bankAnswer, questionsIn, sectionsToCheck } from '#app/domain/quiz/bank.ts';
import { shortened } from '#app/domain/quiz/question-words.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { bankAddress, parseBankView } from '#app/forms/bank-view.ts';
import { doneWords } from '#app/forms/done.ts';

export const meta = titled('Questions');

const ON_A_PAGE = 25;

const DONE = {
  'confirmed-one': 'The question is confirmed and in use.',
  'confirmed-several': 'The questions that were ticked are confirmed and in use.',
};

/** Nobody has read them yet. */
const IMPORTED = (
  <>
    The questions are imported. They are not asked until somebody has checked them:{' '}
    <a href="/dsl/questions?state=check-me">see those to check</a>.
  </>
);

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-quizzes');
  const bank = readBank(visit.database, visit.school.id);
  const topics = [...new Set(bank.map(({ topic }) => topic))];
  const query = new URL(args.request.url).searchParams;
  const view = parseBankView(query, topics);
  const found = questionsIn(bank, view);
  const pages = pagesFor(found.length, ON_A_PAGE);
  const page = Math.min(pages, view.page);
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, query),
    isImported: query.get('done') === 'imported',
    answer: bankAnswer(bank),
    view: { ...view, page },
    topics: topics.map((topic) => ({ value: topic, label: topicLabel(topic) })),
    toCheck: sectionsToCheck(bank).map(({ section, count }) => ({
      section,
      words: `${topicLabel(section)}: ${counted(count, 'question', 'questions')} to check`,
    })),
    isEmpty: bank.length === 0,
    hasOwn: bank.some(({ isShared }) => !isShared),
    count: found.length,
    pages,
    questions: pageOf(found, page, ON_A_PAGE).map(listedOf),
    mayChange: may(visit.roles, 'change-quizzes'),
  };
}

function listedOf({ questionId: id, ...question }: BankedQuestion) {
  const { text, topic, type, mustPass, isShared, state, because } = question;
  const story = question.story && shortened(question.story);
  return { id, story, text, topic, type, mustPass, isShared, state, because };
}

export default function QuestionsPage() {
  const { shell, answer, mayChange, isEmpty, ...page } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Questions"
      shell={shell}
      answer={answer}
      notification={page.isImported ? IMPORTED : page.done}
      width="wide"
      back={{ href: '/dsl/quizzes', label: 'Back to quizzes' }}
    >
      {mayChange ? (
        <ButtonGroup>
          <ButtonLink href="/dsl/questions/new">Write a question</ButtonLink>
          <ButtonLink href="/dsl/questions/import" kind="secondary">
            Import questions
          </ButtonLink>
        </ButtonGroup>
      ) : null}
      <ToCheck sections={page.toCheck} mayChange={mayChange} />
      {isEmpty ? (
        <EmptyState title="Nothing to ask yet">
          <p className="govuk-body">
            Write a question of the school’s own, or import those that you have from Moodle, as GIFT
            or as CSV.
          </p>
        </EmptyState>
      ) : (
        <Found {...page} />
      )}
      {isEmpty ? null : <QuestionExport hasOwn={page.hasOwn} />}
    </Page>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function ToCheck({ sections, mayChange }: { sections: Loaded['toCheck']; mayChange: boolean }) {
  if (sections.length === 0) return null;
  return (
    <section className="section" aria-labelledby="to-check">
      <h2 id="to-check">To check</h2>
      <p className="govuk-body">
        {mayChange
          ? 'These are not asked until somebody has held them against their section of the offer.'
          : 'These are not asked until the DSL or a deputy has held them against their section of the offer.'}
      </p>
      <ul className="govuk-list">
        {sections.map(({ section, words }) => (
          <li key={section}>
            {mayChange ? <a href={`/dsl/questions/check/${section}`}>{words}</a> : words}
          </li>
        ))}
      </ul>
    </section>
  );
}

type FoundProps = Pick<Loaded, 'view' | 'topics' | 'count' | 'pages' | 'questions'>;

function Found({ view, topics, count, pages, questions }: FoundProps) {
  return (
    <section className="section" aria-labelledby="bank">
      <h2 id="bank">The bank</h2>
      <BankFilter view={view} topics={topics} />
      {count === 0 ? (
        <EmptyState title="No question fits this" headingLevel={3}>
          <p className="govuk-body">
            Choose another topic or state, or <a href="/dsl/questions">show all of them</a>.
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">
            {sentenceCase(counted(count, 'question', 'questions'))}
            {pages > 1 ? `, page ${view.page} of ${pages}.` : '.'}
          </p>
          <BankList questions={questions} />
        </>
      )}
      <Pagination
        label="Questions"
        page={view.page}
        pages={pages}
        hrefOf={(page) => bankAddress({ ...view, page })}
      />
    </section>
  );
}
