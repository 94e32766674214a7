import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { previewShown } from '#app/auth/edition-preview.ts';
import { requireEditionAt, schoolReads } from '#app/auth/publication-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, ButtonGroup, FormKey } from '#app/components/button.tsx';
import { InsetText } from '#app/components/content.tsx';
import { DateInput, typedDate } from '#app/components/date-input.tsx';
import { editionPath, PartFigures } from '#app/components/edition-lists.tsx';
import { EditionPreview } from '#app/components/edition-preview.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { inWords } from '#app/domain/days.ts';
import {
  confirmed,
  problemsOfConfirming,
  wouldBegin,
} from '#app/domain/publications/edition-rules.ts';
import { editionFigures } from '#app/domain/publications/shown.ts';
import { parseConfirmation, readEditionStep } from '#app/forms/edition-acts.ts';
import { typedValues } from '#app/forms/fields.ts';
import { answerGiven } from '#app/operations/act.ts';
import { confirmEdition } from '#app/operations/confirm-edition.ts';

export const meta = titled('Confirm an edition');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const { edition, publication } = requireEditionAt(visit, args.params.id);
  const begins = wouldBegin(edition, visit.today);
  const [problem] = problemsOfConfirming(publication, edition, begins, visit.today);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    id: edition.id,
    title: edition.title,
    begins: inWords(begins),
    isToday: begins === visit.today,
    source: edition.source,
    parts: editionFigures(schoolReads(visit), edition),
    hindrance: problem?.message ?? null,
    answer: previewShown(visit, confirmed(edition, begins, visit.today)).answer,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const { edition, publication } = requireEditionAt(visit, args.params.id);
  const form = await args.request.formData();
  const act = actOf(visit, form);
  const values = typedValues(form);
  const done = `/dsl/publications/${publication.id}?done=confirmed`;
  const step = readEditionStep(form);
  if (step === 'save' && answerGiven(act) !== null) return redirect(done, 303);
  if (step === 'edit') return { view: 'form' as const, values, errors: [] };
  const parsed = parseConfirmation(form);
  if (!parsed.ok) return data({ view: 'form' as const, ...parsed }, { status: 422 });
  const { dueBy } = parsed.command;
  const problems = problemsOfConfirming(publication, edition, dueBy, visit.today);
  if (problems.length > 0) {
    return data({ view: 'form' as const, values, errors: problems }, { status: 422 });
  }
  if (step === 'preview') {
    const preview = previewShown(visit, confirmed(edition, dueBy, visit.today));
    return { view: 'preview' as const, values, errors: [], ...preview };
  }
  try {
    await confirmEdition(act, { editionId: edition.id, dueBy });
    return redirect(done, 303);
  } catch (error) {
    return refusedForm(error, { view: 'form' as const, values });
  }
}

export default function ConfirmEditionPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { shell, id, title, formKey, answer } = page;
  const home = editionPath(id);
  const isPreview = answered?.view === 'preview';
  return (
    <Page
      title={isPreview ? `Before you confirm ${title}` : `Confirm ${title}`}
      shell={shell}
      answer={isPreview ? undefined : answer}
      back={{ href: home, label: `Back to ${title}` }}
      errors={answered?.errors}
    >
      {isPreview ? (
        <EditionPreview
          path={`${home}/confirm`}
          formKey={formKey}
          values={answered.values}
          answer={answered.answer}
          lots={answered.lots}
          save={`Confirm ${title}`}
        />
      ) : (
        <ConfirmForm page={page} values={answered?.values} errors={answered?.errors} />
      )}
    </Page>
  );
}

type ConfirmFormProps = {
  page: ReturnType<typeof useLoaderData<typeof loader>>;
  values?: Parameters<typeof typedDate>[0];
  errors?: { field: string; message: string }[];
};

function ConfirmForm({ page, values, errors }: ConfirmFormProps) {
  const { id, title, formKey, begins, isToday, source, parts, hindrance } = page;
  const home = editionPath(id);
  if (hindrance) return <InsetText>{hindrance}.</InsetText>;
  return (
    <form method="post" action={`${home}/confirm`} noValidate>
      <FormKey value={formKey} />
      <p className="govuk-body">
        {isToday ? 'From today' : `From ${begins}`} {title} is the edition to read. The edition
        before stays in everybody’s record, and counts no longer. Confirm it when you have seen its
        final text, and that its parts are called what stands here.
      </p>
      {parts ? <PartFigures parts={parts} /> : null}
      {source ? <p className="govuk-body soft">Known from: {source}.</p> : null}
      <p className="govuk-body">
        <a href={`${home}/change`}>Change its first day, its parts or who reads them</a>
      </p>
      <DateInput
        name="dueBy"
        label="Those already here have to have read it by"
        hint="Until the end of that day nobody becomes overdue because of it. Whoever joins later has the days that the requirement gives."
        value={typedDate(values, 'dueBy')}
        errors={errors}
      />
      <ButtonGroup>
        <Button name="step" value="preview">
          See whom it concerns
        </Button>
        <a href={home}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
