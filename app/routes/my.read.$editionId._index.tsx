import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { leadsFor, requireReadingAt } from '#app/auth/reading-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireOwnVisit } from '#app/auth/visit.ts';
import { DeclareForm } from '#app/components/declare-form.tsx';
import { History } from '#app/components/history.tsx';
import { Page } from '#app/components/page.tsx';
import { CheckLink, EditionToRead, PartsToRead } from '#app/components/reading.tsx';
import { OwnQuestions } from '#app/components/reading-questions.tsx';
import { titleOf } from '#app/components/shell.ts';
import type { KnownPerson } from '#app/data/facts.ts';
import { ownHistoryOf } from '#app/data/history.ts';
import { type Confirmable, type EditionAtSchool, findConfirmable } from '#app/data/own-reading.ts';
import { hasCheck } from '#app/data/reading-check.ts';
import { listReadingQuestionsOf } from '#app/data/reading-questions.ts';
import type { Day } from '#app/domain/days.ts';
import { decidedBy } from '#app/domain/publications/declaration.ts';
import { isToRead } from '#app/domain/publications/own-reading.ts';
import { canBeDeclared } from '#app/domain/publications/reading.ts';
import { readingAnswer } from '#app/domain/publications/reading-words.ts';
import { standingOf } from '#app/domain/standing.ts';
import { doneWords } from '#app/forms/done.ts';
import { parseDeclaration } from '#app/forms/reading.ts';
import { declareReading } from '#app/operations/declare-reading.ts';

type OwnVisit = Awaited<ReturnType<typeof requireOwnVisit>>;

export function meta({ data }: { data?: Awaited<ReturnType<typeof loader>> }) {
  return [{ title: titleOf(data?.edition.title ?? 'To read', data?.shell.schoolName) }];
}

const DONE: Record<string, string> = {
  declared: 'Thank you. What you declared is kept.',
  asked: 'Your question is sent. The answer will stand on this page.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { at, person } = requireReadingAt(args, visit);
  const { edition } = at;
  const confirmable = findConfirmable(visit.database, at, person, visit.today);
  const asked = listReadingQuestionsOf(visit.database, person.id);
  return {
    shell: shellOf(visit),
    notification: doneWords(DONE, new URL(args.request.url).searchParams),
    formKey: newFormKey(),
    edition: editionShown(edition),
    answer: answerOf(at, person, confirmable, visit.today),
    mine: confirmable.requirements.length > 0 ? mineShown(confirmable) : null,
    leads: leadsFor(visit),
    declared: declaredShown(visit, edition.id),
    hasCheck: hasCheck(visit.database, visit.school.id, edition),
    questions: asked.filter(({ editionId }) => editionId === edition.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { at, person } = requireReadingAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseDeclaration(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const editionId = at.edition.id;
  try {
    await declareReading(actOf(visit, form), { personId: person.id, editionId, ...parsed.command });
    return redirect(`/my/read/${editionId}?done=declared`, 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

export default function ReadingPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { edition, mine, leads } = page;
  return (
    <Page
      title={edition.title}
      caption={edition.publicationTitle}
      shell={page.shell}
      back={{ href: '/my', label: 'Back to my training' }}
      answer={page.answer}
      notification={page.notification}
      errors={answered?.errors}
    >
      {page.declared.length > 0 && page.hasCheck ? <CheckLink editionId={edition.id} /> : null}
      {mine ? null : (
        <p>
          It is for people with other roles. You are welcome to read it all the same; nothing has to
          be declared.
        </p>
      )}
      <EditionToRead edition={edition} leads={leads} />
      {mine ? <PartsToRead {...mine} /> : null}
      {mine?.isOpen ? (
        <DeclareForm
          formKey={page.formKey}
          words={mine.words}
          shown={mine.shown}
          isAgain={mine.isDone}
        />
      ) : null}
      <Declarations entries={page.declared} />
      <OwnQuestions
        questions={page.questions}
        formKey={page.formKey}
        action={`/my/read/${edition.id}/ask`}
        leads={leads}
      />
    </Page>
  );
}

function Declarations({ entries }: { entries: ReturnType<typeof declaredShown> }) {
  if (entries.length === 0) return null;
  return (
    <section className="section">
      <h2>What you declared</h2>
      <History entries={entries} />
    </section>
  );
}

function editionShown(edition: EditionAtSchool['edition']) {
  const { id, title, publicationTitle, inForceFrom, whatChanged, link, file, notes } = edition;
  return { id, title, publicationTitle, inForceFrom, whatChanged, link, file, notes };
}

/** Theirs to read, and the words to confirm where declaring them counts. */
function mineShown(confirmable: Confirmable) {
  const { parts, left, isChosen, state, words, shown } = confirmable;
  return {
    parts,
    left,
    decided: decidedBy(parts, isChosen),
    isOpen: canBeDeclared(state),
    isDone: !isToRead(confirmable),
    words,
    shown,
  };
}

function answerOf(at: EditionAtSchool, person: KnownPerson, reading: Confirmable, today: Day) {
  const [requirement] = reading.requirements;
  const isInForce = reading.state === 'in-force' && requirement !== undefined;
  const standing = isInForce ? standingOf(at.policy, person, requirement, today) : null;
  return readingAnswer({ ...at, reading, standing }, today);
}

/** What this person declared of this edition and has not been withdrawn, the latest first. */
function declaredShown({ database, personId }: OwnVisit, editionId: number) {
  return ownHistoryOf(database, personId).filter(
    ({ declaration, state }) => declaration?.editionId === editionId && state !== 'withdrawn',
  );
}
