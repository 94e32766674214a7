import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { leadsFor, requireReadingAt } from '#app/auth/reading-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireOwnVisit } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { AskForm } from '#app/components/reading-questions.tsx';
import { titled } from '#app/components/shell.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseReadingQuestion } from '#app/forms/reading.ts';
import { askAboutReading } from '#app/operations/ask-about-reading.ts';

export const meta = titled('A question about what I read');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { at } = requireReadingAt(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    title: at.edition.title,
    href: `/my/read/${at.edition.id}`,
    leads: leadsFor(visit),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { at, person } = requireReadingAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseReadingQuestion(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const editionId = at.edition.id;
  try {
    await askAboutReading(actOf(visit, form), {
      personId: person.id,
      editionId,
      ...parsed.command,
    });
    return redirect(`/my/read/${editionId}?done=asked#questions`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function AskPage() {
  const { shell, formKey, title, href, leads } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  return (
    <Page
      title="I have a question"
      caption={title}
      shell={shell}
      back={{ href, label: `Back to ${title}` }}
      errors={form.errors}
    >
      <AskForm formKey={formKey} leads={leads} form={form} />
    </Page>
  );
}
