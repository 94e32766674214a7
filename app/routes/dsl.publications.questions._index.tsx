import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { EmptyState, LinkList } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { listReadingQuestions } from '#app/data/reading-questions.ts';
import { inWords } from '#app/domain/days.ts';
import {
  askedInWords,
  openInWords,
  type ReadingQuestion,
} from '#app/domain/publications/reading-questions.ts';
import { doneWords } from '#app/forms/done.ts';

export const meta = titled('Questions about what is read');

const DONE: Record<string, string> = {
  answered: 'Your answer is sent. It stands on their own page, beside the question.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-publications');
  const questions = listReadingQuestions(visit.database, visit.school.id, visit.today);
  return {
    shell: shellOf(visit),
    notification: doneWords(DONE, new URL(args.request.url).searchParams),
    open: questions.filter(({ answer }) => answer === null),
    answered: questions.filter(({ answer }) => answer !== null).toReversed(),
  };
}

export default function ReadingQuestionsPage() {
  const { shell, notification, open, answered } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Questions about what is read"
      shell={shell}
      breadcrumbs={[{ href: '/dsl/publications', label: 'Reading' }]}
      answer={openInWords(open)}
      notification={notification}
    >
      {open.length + answered.length === 0 ? (
        <EmptyState title="Nobody has asked anything yet">
          <p className="govuk-body">
            Whoever reads an edition on their own page can send you a question from there.
          </p>
        </EmptyState>
      ) : null}
      <Part title="Waiting for an answer" questions={open} />
      <Part title="Answered" questions={answered} />
    </Page>
  );
}

function Part({ title, questions }: { title: string; questions: readonly ReadingQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">
        {title} <span className="part__count">{questions.length}</span>
      </h2>
      <LinkList
        links={questions.map((question) => ({
          href: `/dsl/publications/questions/${question.id}`,
          label: `${question.person.name}, ${askedInWords(question)}`,
          note: question.answer
            ? `Answered by ${question.answer.by} on ${inWords(question.answer.on)}`
            : question.words,
        }))}
      />
    </section>
  );
}
