import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { BriefingSheet, SaidPoints, WaitingPoints } from '#app/components/briefing-points.tsx';
import { Button, FormKey } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { type Answered, givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea } from '#app/components/text-input.tsx';
import { countSaidPoints, listSaidPoints, listWaitingPoints } from '#app/data/briefing.ts';
import { briefingAnswer, LONGEST_POINT } from '#app/domain/briefing.ts';
import { pagesFor } from '#app/domain/pages.ts';
import { may } from '#app/domain/permissions.ts';
import { parsePoint } from '#app/forms/briefing.ts';
import { doneWords } from '#app/forms/done.ts';
import { typedValues } from '#app/forms/fields.ts';
import { readPage } from '#app/forms/page-number.ts';
import { addPoint } from '#app/operations/briefing-points.ts';

const SAID_ON_A_PAGE = 25;

const DONE = {
  added: 'The point is on the list.',
  changed: 'The point is worded differently.',
  said: 'It is noted as said.',
  removed: 'The point is taken off the list.',
};

export const meta = titled('For the next briefing');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-quizzes');
  const query = new URL(args.request.url).searchParams;
  const count = countSaidPoints(visit.database, visit.school.id);
  const pages = pagesFor(count, SAID_ON_A_PAGE);
  const page = Math.min(readPage(query), pages);
  const size = SAID_ON_A_PAGE;
  const waiting = listWaitingPoints(visit.database, visit.school.id);
  const said = listSaidPoints(visit.database, visit.school.id, { page, size });
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    done: doneWords(DONE, query),
    answer: briefingAnswer(waiting.length, said[0]?.saidOn ?? null),
    waiting,
    said,
    count,
    page,
    pages,
    mayChange: may(visit.roles, 'change-quizzes'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const form = await args.request.formData();
  const parsed = parsePoint(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await addPoint(actOf(visit, form), parsed.command);
    return redirect('/dsl/briefing?done=added', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function BriefingPage() {
  const view = useLoaderData<typeof loader>();
  const answered: Answered = useActionData<typeof action>();
  const { shell, done, answer, waiting, said, count, page, pages, mayChange } = view;
  return (
    <Page
      title="For the next briefing"
      shell={shell}
      answer={answer}
      notification={done}
      back={{ href: '/dsl/quizzes', label: 'Back to quizzes' }}
      errors={answered?.errors}
    >
      <BriefingSheet points={waiting} />
      <div className="no-print">
        {waiting.length > 0 ? (
          <>
            <p className="govuk-body">
              This page prints on A4, with space for what was said and when.
            </p>
            <WaitingPoints points={waiting} mayChange={mayChange} />
          </>
        ) : (
          <Nothing />
        )}
        {mayChange ? <AddPoint formKey={view.formKey} answered={answered} /> : null}
      </div>
      {count > 0 ? (
        <Section title={`Said before: ${count}`}>
          <SaidPoints points={said} mayChange={mayChange} />
          <Pagination
            page={page}
            pages={pages}
            label="What was said"
            hrefOf={(n) => `/dsl/briefing?page=${n}`}
          />
        </Section>
      ) : null}
    </Page>
  );
}

function Nothing() {
  return (
    <EmptyState title="Nothing is on the list">
      <p className="govuk-body">
        Put down what staff should hear again: a question that many miss, from{' '}
        <a href="/dsl/quizzes">the quizzes</a>, or a point of your own.
      </p>
    </EmptyState>
  );
}

function AddPoint({ formKey, answered }: { formKey: string; answered: Answered }) {
  const form = givenBack(answered);
  return (
    <Section title="Add a point of your own">
      <form method="post" action="/dsl/briefing">
        <FormKey value={formKey} />
        <Textarea
          name="words"
          label="What is to be said"
          hint="No child’s name and nothing about one: a worry about a child goes to you or a deputy at once."
          value={form.value('words')}
          errors={form.errors}
          maxLength={LONGEST_POINT}
        />
        <Button>Add it</Button>
      </form>
    </Section>
  );
}
