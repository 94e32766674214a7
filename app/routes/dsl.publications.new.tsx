import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, ButtonGroup, FormKey } from '#app/components/button.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { TextInput } from '#app/components/text-input.tsx';
import { typedText } from '#app/components/typed-values.ts';
import { parsePublication } from '#app/forms/edition.ts';
import { typedValues } from '#app/forms/fields.ts';
import { addPublication } from '#app/operations/add-publication.ts';

export const meta = titled('Add a document to read');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  return { shell: shellOf(visit), formKey: newFormKey() };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const form = await args.request.formData();
  const parsed = parsePublication(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const { publicationId } = await addPublication(actOf(visit, form), parsed.command);
    return redirect(`/dsl/publications/${publicationId}?done=added`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function AddPublicationPage() {
  const { shell, formKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title="Add a document to read"
      shell={shell}
      back={{ href: '/dsl/publications', label: 'Back to reading' }}
      errors={answered?.errors}
    >
      <form method="post" action="/dsl/publications/new" noValidate>
        <FormKey value={formKey} />
        <TextInput
          name="title"
          label="What the document is called"
          hint="Without its year: “Child protection policy”. Its editions come next, each with its first day."
          value={typedText(answered?.values ?? {}, 'title')}
          errors={answered?.errors}
        />
        <ButtonGroup>
          <Button>Add it</Button>
          <a href="/dsl/publications">Cancel</a>
        </ButtonGroup>
      </form>
    </Page>
  );
}
