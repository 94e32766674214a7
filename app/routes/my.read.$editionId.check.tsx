import { randomInt } from 'node:crypto';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { requireReadingAt } from '#app/auth/reading-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireOwnVisit } from '#app/auth/visit.ts';
import { AttemptReview } from '#app/components/attempt-review.tsx';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { Page } from '#app/components/page.tsx';
import { CheckForm } from '#app/components/reading-check.tsx';
import { titled } from '#app/components/shell.ts';
import { listSections } from '#app/data/offer.ts';
import type { QuestionRevision } from '#app/data/questions.ts';
import { listCheckQuestions } from '#app/data/reading-check.ts';
import { checkAnswer } from '#app/domain/publications/check.ts';
import { isRight } from '#app/domain/quiz/mark.ts';
import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import { citedSection, reviewOf } from '#app/domain/quiz/review.ts';
import { asKept, shownQuestion } from '#app/domain/quiz/shown.ts';
import { parseReadingCheck, prefixOf, readSeed } from '#app/forms/reading-check.ts';

/** 31 bits, as an attempt's seed has. */
const SEEDS = 2 ** 31;

export const meta = titled('Check of understanding');

type OwnVisit = Awaited<ReturnType<typeof requireOwnVisit>>;
type Drawn = { seed: number; revisions: QuestionRevision[] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { at } = requireReadingAt(args, visit);
  const { seed, revisions } = drawnFor(visit, at.edition, args.request, randomInt(SEEDS));
  const { id, title } = at.edition;
  return {
    shell: shellOf(visit),
    title,
    href: `/my/read/${id}`,
    seed,
    drawn: namesOf(revisions),
    questions: questionsOf({ seed, revisions }),
  };
}

/** Marks the answers and forgets them. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { at } = requireReadingAt(args, visit);
  const drawn = drawnFor(visit, at.edition, args.request, 0);
  const form = await args.request.formData();
  const parsed = parseReadingCheck(form, questionsOf(drawn));
  if (!parsed.ok) return data({ ...parsed, marked: null }, { status: 422 });
  if (form.get('drawn') !== namesOf(drawn.revisions)) return changed();
  const marked = markedOf(visit, drawn, parsed.command.given);
  return data({ errors: [], values: {}, marked }, { status: 200 });
}

export default function CheckPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const marked = answered?.marked ?? null;
  const right = marked?.filter((question) => question.isRight).length ?? 0;
  return (
    <Page
      title="Check what you took from it"
      caption={page.title}
      shell={page.shell}
      back={{ href: page.href, label: `Back to ${page.title}` }}
      answer={marked ? checkAnswer(right, marked.length) : undefined}
      errors={answered?.errors}
    >
      {marked ? (
        <>
          <AttemptReview questions={marked} />
          <ButtonGroup>
            <ButtonLink href={`${page.href}/check`} kind="secondary">
              Other questions
            </ButtonLink>
            <a className="govuk-link" href={page.href}>
              Back to {page.title}
            </a>
          </ButtonGroup>
        </>
      ) : (
        <CheckForm
          seed={page.seed}
          drawn={page.drawn}
          questions={page.questions.map((question, index) => ({
            question,
            prefix: prefixOf(index),
          }))}
          values={answered?.values ?? {}}
          errors={answered?.errors}
        />
      )}
    </Page>
  );
}

/** The questions of the seed in the address. Throws 404 where there is nothing to ask. */
function drawnFor(
  { database, school }: OwnVisit,
  edition: { checkTopics: string[] },
  request: Request,
  otherwise: number,
): Drawn {
  const seed = readSeed(new URL(request.url).searchParams) ?? otherwise;
  const revisions = listCheckQuestions(database, school.id, edition, seed);
  if (revisions.length === 0) throw notFound();
  return { seed, revisions };
}

/** As they are shown: nothing has to be right here. */
function questionsOf({ seed, revisions }: Drawn) {
  return revisions.map((revision) => ({
    ...shownQuestion({ revision, seed }),
    mustPass: false,
  }));
}

/** By which the form knows again what it asked. */
function namesOf(revisions: readonly QuestionRevision[]): string {
  return revisions.map(({ id }) => id).join('-');
}

/** Nothing of what was answered is shown again: it was to other questions. */
function changed() {
  const message = 'The questions have changed since you opened them. Here they are as they are now';
  const errors = [{ field: 'check', message }];
  return data({ errors, values: {}, marked: null }, { status: 409 });
}

function markedOf(
  { database, school, today }: OwnVisit,
  { seed, revisions }: Drawn,
  given: readonly (QuestionAnswer | null)[],
) {
  const sections = listSections(database, school.id, today);
  return revisions.map((revision, index) => {
    const drawn = { revision, seed };
    const shown = given[index] ?? null;
    const answer = shown === null ? null : asKept(drawn, shown);
    return {
      position: index + 1,
      story: revision.story,
      text: revision.text,
      mustPass: false,
      isRight: isRight(revision, answer),
      isAnswered: answer !== null,
      review: reviewOf(drawn, answer),
      section: citedSection(sections, revision.section),
      source: revision.source,
    };
  });
}
