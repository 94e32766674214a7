import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { DateInput } from '#app/components/date-input.tsx';
import { type GivenBack, givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { TextInput } from '#app/components/text-input.tsx';
import { listTerms } from '#app/data/policy.ts';
import type { Term } from '#app/domain/types.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseTerms, TERM_ROWS } from '#app/forms/school-settings.ts';
import { setTerms } from '#app/operations/change-school-settings.ts';

export const meta = titled('Terms');

/** Empty rows beside those that are filled in. */
const MORE_ROWS = 3;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  // The newest stay in the form where there are more terms than it has room for.
  const terms = listTerms(visit.database, visit.school.id).slice(-TERM_ROWS);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    known: knownFields(terms),
    rows: Math.min(TERM_ROWS, terms.length + MORE_ROWS),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const form = await args.request.formData();
  const parsed = parseTerms(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const older = listTerms(visit.database, visit.school.id).slice(0, -TERM_ROWS);
  try {
    await setTerms(actOf(visit, form), [...older, ...parsed.command]);
    return redirect('/admin/school?done=terms', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

function knownFields(terms: Term[]): Record<string, string> {
  return Object.fromEntries(
    terms.flatMap(({ name, from, to }, row) => [
      [`name-${row}`, name],
      [`from-${row}`, from],
      [`to-${row}`, to],
    ]),
  );
}

export default function TermsPage() {
  const { shell, formKey, known, rows } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>(), known);
  return (
    <QuestionPage
      title="Terms"
      shell={shell}
      back={{ href: '/admin/school', label: 'Back to school and terms' }}
      formKey={formKey}
      errors={form.errors}
      button="Save the terms"
      lead={
        <p className="govuk-body">
          The dates that the school has published, with a row for each term: Autumn 2026, Spring
          2027. A row that you empty is taken away.
        </p>
      }
    >
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
        <TermRow row={row} form={form} key={row} />
      ))}
    </QuestionPage>
  );
}

function TermRow({ row, form }: { row: number; form: GivenBack }) {
  const name = form.value(`name-${row}`);
  const of = name || `term ${row + 1}`;
  return (
    <div className="term">
      <TextInput
        name={`name-${row}`}
        label={name ? 'Term' : 'Another term'}
        width={10}
        autoComplete="off"
        value={name}
        errors={form.errors}
      />
      <DateInput
        name={`from-${row}`}
        label={<Of what="First day" of={of} />}
        value={form.date(`from-${row}`)}
        errors={form.errors}
      />
      <DateInput
        name={`to-${row}`}
        label={<Of what="Last day" of={of} />}
        value={form.date(`to-${row}`)}
        errors={form.errors}
      />
    </div>
  );
}

function Of({ what, of }: { what: string; of: string }) {
  return (
    <>
      {what}
      <span className="govuk-visually-hidden"> of {of}</span>
    </>
  );
}
