import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requirePublicationAt } from '#app/auth/publication-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { takeUploads } from '#app/auth/uploads.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { EditionForm } from '#app/components/edition-form.tsx';
import { editionPath } from '#app/components/edition-lists.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { newEditionValues, parseEdition, topicChoices } from '#app/forms/edition.ts';
import { partCount } from '#app/forms/edition-parts.ts';
import { withPartAdded } from '#app/forms/edition-step.ts';
import { typedValues } from '#app/forms/fields.ts';
import { addEdition } from '#app/operations/save-edition.ts';

export const meta = titled('Add an edition');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const { id, title, editions } = requirePublicationAt(visit, args.params.id);
  const { appointmentKinds } = schoolPolicy(visit.database, visit.school.id);
  const before = editions.at(-1) ?? null;
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    id,
    title,
    beginsFrom: before && before.parts.length > 0 ? before.title : null,
    values: newEditionValues(before),
    kinds: appointmentKinds.map(({ key, label }) => ({ value: key, label })),
    topics: topicChoices(before?.checkTopics ?? []),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const publication = requirePublicationAt(visit, args.params.id);
  const form = await args.request.formData();
  const { tokens, waiting, errors } = await takeUploads(args, visit, form, { atMost: 1 });
  const values = typedValues(form);
  const added = withPartAdded(form);
  if (added) return { values: added, errors, waiting };
  const { appointmentKinds } = schoolPolicy(visit.database, visit.school.id);
  const topics = topicChoices(publication.editions.at(-1)?.checkTopics ?? []);
  const parsed = parseEdition(form, {
    kinds: appointmentKinds,
    topics: topics.map(({ value }) => value),
  });
  if (!parsed.ok || errors) {
    const wrong = [...(parsed.ok ? [] : parsed.errors), ...(errors ?? [])];
    return data({ values, errors: wrong, waiting }, { status: 422 });
  }
  try {
    const edition = { publicationId: publication.id, ...parsed.command, tokens };
    const { editionId } = await addEdition(actOf(visit, form), edition);
    return redirect(`${editionPath(editionId)}?done=added`, 303);
  } catch (error) {
    return refusedForm(error, { values, waiting });
  }
}

export default function AddEditionPage() {
  const { shell, id, title, ...page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const values = answered?.values ?? page.values;
  const home = `/dsl/publications/${id}`;
  return (
    <Page
      title="Add an edition"
      caption={title}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      errors={answered?.errors}
    >
      <EditionForm
        path={`${home}/editions/new`}
        formKey={page.formKey}
        values={values}
        errors={answered?.errors}
        partCount={partCount(values)}
        kinds={page.kinds}
        topics={page.topics}
        beginsFrom={page.beginsFrom}
        fileName={null}
        waiting={answered?.waiting}
        cancelHref={home}
      />
    </Page>
  );
}
