import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { previewShown } from '#app/auth/edition-preview.ts';
import { requireEditionAt, schoolReads } from '#app/auth/publication-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { takeUploads } from '#app/auth/uploads.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { CorrectionForm } from '#app/components/correction-form.tsx';
import { editionPath } from '#app/components/edition-lists.tsx';
import { EditionPreview } from '#app/components/edition-preview.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import type { EditionDetails, PublicationDetails } from '#app/domain/publications/edition.ts';
import {
  correctedEdition,
  problemsOfReadingAgain,
} from '#app/domain/publications/edition-rules.ts';
import { noteAnswer } from '#app/domain/publications/publication-words.ts';
import { readingsOf } from '#app/domain/publications/readings.ts';
import { currentOf } from '#app/domain/publications/shown.ts';
import { type Correction, parseCorrection, readEditionStep } from '#app/forms/edition-acts.ts';
import { typedValues } from '#app/forms/fields.ts';
import { answerGiven } from '#app/operations/act.ts';
import { haveReadAgain, noteCorrection } from '#app/operations/correct-edition.ts';

export const meta = titled('It was corrected');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const { edition, publication } = requireEditionAt(visit, args.params.id);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    id: edition.id,
    title: edition.title,
    link: edition.link,
    isInForce: currentOf(publication, visit.today)?.id === edition.id,
    concerned: countConcerned(visit, edition),
  };
}

/** Everybody of whom it is asked, whether or not they have read it. */
function countConcerned(visit: SchoolVisit, edition: EditionDetails): number {
  const { policy, people, on } = schoolReads(visit);
  return readingsOf(policy, people, edition, on).length;
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const at = requireEditionAt(visit, args.params.id);
  const form = await args.request.formData();
  const act = actOf(visit, form);
  const { tokens, waiting, errors } = await takeUploads(args, visit, form, { atMost: 1 });
  const values = typedValues(form);
  const drawn = { view: 'form' as const, values, waiting };
  const step = readEditionStep(form);
  const parsed = parseCorrection(form);
  if (step === 'save' && parsed.ok && answerGiven(act) !== null) return doneAt(at, parsed.command);
  if (step === 'edit') return { ...drawn, errors: [] };
  if (!parsed.ok || errors) {
    const wrong = [...(parsed.ok ? [] : parsed.errors), ...(errors ?? [])];
    return data({ ...drawn, errors: wrong }, { status: 422 });
  }
  const problems = problemsOf(at, parsed.command, visit);
  if (problems.length > 0) return data({ ...drawn, errors: problems }, { status: 422 });
  if (step === 'preview') {
    const kept = { ...values, waiting: tokens };
    return {
      view: 'preview' as const,
      values: kept,
      waiting,
      errors: [],
      how: parsed.command.how,
      ...previewOf(visit, at, parsed.command),
    };
  }
  try {
    await save(act, at.edition.id, parsed.command, tokens);
    return doneAt(at, parsed.command);
  } catch (error) {
    return refusedForm(error, drawn);
  }
}

type At = { edition: EditionDetails; publication: PublicationDetails };

function problemsOf({ edition, publication }: At, command: Correction, { today }: SchoolVisit) {
  if (command.how === 'note') return [];
  return problemsOfReadingAgain(publication, edition, command.correction, today);
}

function previewOf(visit: SchoolVisit, { edition, publication }: At, command: Correction) {
  if (command.how === 'note') {
    return { answer: noteAnswer(edition.title, countConcerned(visit, edition)), lots: [] };
  }
  const again = correctedEdition(publication, edition, command.correction, visit.today);
  // It has no row yet, and so no id; nothing that is shown asks for one.
  return previewShown(visit, { ...again, id: 0 });
}

function save(
  act: ReturnType<typeof actOf>,
  editionId: number,
  command: Correction,
  tokens: string[],
) {
  if (command.how === 'note') return noteCorrection(act, { editionId, words: command.words });
  return haveReadAgain(act, {
    editionId,
    correction: command.correction,
    tokens,
    dropsFile: false,
  });
}

function doneAt({ edition, publication }: At, { how }: Correction): Response {
  return how === 'note'
    ? redirect(`${editionPath(edition.id)}?done=noted`, 303)
    : redirect(`/dsl/publications/${publication.id}?done=read-again`, 303);
}

export default function CorrectEditionPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { shell, id, title, formKey } = page;
  const home = editionPath(id);
  const path = `${home}/correct`;
  const isPreview = answered?.view === 'preview';
  return (
    <Page
      title={isPreview ? 'Before you save' : `${title} was corrected`}
      caption={isPreview ? title : undefined}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      errors={answered?.errors}
    >
      {isPreview ? (
        <EditionPreview
          path={path}
          formKey={formKey}
          values={answered.values}
          answer={answered.answer}
          lots={answered.lots}
          save={answered.how === 'note' ? 'Keep the note' : 'Have it read again'}
        />
      ) : (
        <CorrectionForm
          path={path}
          formKey={formKey}
          title={title}
          isInForce={page.isInForce}
          concerned={page.concerned}
          values={answered?.values ?? { link: page.link ?? '' }}
          errors={answered?.errors}
          waiting={answered?.waiting}
          cancelHref={home}
        />
      )}
    </Page>
  );
}
