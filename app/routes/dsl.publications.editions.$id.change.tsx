import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireEditionAt } from '#app/auth/publication-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { takeUploads } from '#app/auth/uploads.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { ConfirmedEditionForm } from '#app/components/confirmed-edition-form.tsx';
import { EditionForm } from '#app/components/edition-form.tsx';
import { editionPath } from '#app/components/edition-lists.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import type { EditionDetails, PublicationDetails } from '#app/domain/publications/edition.ts';
import { canChangeFreely, hasRollOut } from '#app/domain/publications/edition-rules.ts';
import {
  editionValues,
  parseConfirmedChange,
  parseEdition,
  topicChoices,
} from '#app/forms/edition.ts';
import { partCount } from '#app/forms/edition-parts.ts';
import { withPartAdded } from '#app/forms/edition-step.ts';
import { typedValues } from '#app/forms/fields.ts';
import { changeConfirmedEdition, changeEdition } from '#app/operations/save-edition.ts';

export const meta = titled('Change an edition');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const { edition, publication } = requireEditionAt(visit, args.params.id);
  const { appointmentKinds } = schoolPolicy(visit.database, visit.school.id);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    id: edition.id,
    title: edition.title,
    isFree: canChangeFreely(edition),
    hasRollOut: hasRollOut(publication, edition, visit.today),
    values: editionValues(edition),
    fileName: edition.file?.name ?? null,
    kinds: appointmentKinds.map(({ key, label }) => ({ value: key, label })),
    topics: topicChoices(edition.checkTopics),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const at = requireEditionAt(visit, args.params.id);
  const form = await args.request.formData();
  const { tokens, waiting, errors } = await takeUploads(args, visit, form, { atMost: 1 });
  const values = typedValues(form);
  const added = withPartAdded(form);
  if (added) return { values: added, errors, waiting };
  const parsed = canChangeFreely(at.edition)
    ? changeOfUnconfirmed(visit, form, at.edition, tokens)
    : changeOfConfirmed(visit, form, at, tokens);
  if (!parsed.ok || errors) {
    const wrong = [...(parsed.ok ? [] : parsed.errors), ...(errors ?? [])];
    return data({ values, errors: wrong, waiting }, { status: 422 });
  }
  try {
    await parsed.save();
    return redirect(`${editionPath(at.edition.id)}?done=changed`, 303);
  } catch (error) {
    return refusedForm(error, { values, waiting });
  }
}

function changeOfUnconfirmed(
  visit: SchoolVisit,
  form: FormData,
  { id: editionId, checkTopics }: EditionDetails,
  tokens: string[],
) {
  const { appointmentKinds: kinds } = schoolPolicy(visit.database, visit.school.id);
  const topics = topicChoices(checkTopics).map(({ value }) => value);
  const parsed = parseEdition(form, { kinds, topics });
  if (!parsed.ok) return parsed;
  const change = { editionId, ...parsed.command, tokens };
  return { ok: true as const, save: () => changeEdition(actOf(visit, form), change) };
}

function changeOfConfirmed(
  visit: SchoolVisit,
  form: FormData,
  { edition, publication }: { edition: EditionDetails; publication: PublicationDetails },
  tokens: string[],
) {
  const topics = topicChoices(edition.checkTopics).map(({ value }) => value);
  const isRunning = hasRollOut(publication, edition, visit.today);
  const parsed = parseConfirmedChange(form, { topics, hasRollOut: isRunning });
  if (!parsed.ok) return parsed;
  const change = { editionId: edition.id, ...parsed.command, tokens };
  return { ok: true as const, save: () => changeConfirmedEdition(actOf(visit, form), change) };
}

export default function ChangeEditionPage() {
  const { shell, id, title, isFree, ...page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const values = answered?.values ?? page.values;
  const home = editionPath(id);
  const form = {
    path: `${home}/change`,
    formKey: page.formKey,
    values,
    errors: answered?.errors,
    topics: page.topics,
    fileName: page.fileName,
    waiting: answered?.waiting,
    cancelHref: home,
  };
  return (
    <Page
      title="Change an edition"
      caption={title}
      shell={shell}
      back={{ href: home, label: `Back to ${title}` }}
      errors={answered?.errors}
    >
      {isFree ? (
        <EditionForm {...form} partCount={partCount(values)} kinds={page.kinds} beginsFrom={null} />
      ) : (
        <ConfirmedEditionForm {...form} hasRollOut={page.hasRollOut} />
      )}
    </Page>
  );
}
