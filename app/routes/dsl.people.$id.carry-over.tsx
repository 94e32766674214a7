import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { personPageOf, requirePersonAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { CarryOverList } from '#app/components/carry-over-list.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { carriableInWords } from '#app/domain/carry-over.ts';
import { parseCarryOver } from '#app/forms/carry-over.ts';
import { carryOverCompletion, listCarriable } from '#app/operations/carry-over-completion.ts';

export const meta = titled('Carry over');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'decide-exemptions');
  const { person, back } = findAsked(args, visit);
  const { database, school, today } = visit;
  const asked = { schoolId: school.id, personId: person.id, today };
  return {
    shell: shellOf(visit),
    name: person.name,
    back,
    offered: listCarriable(database, asked).map((one) => ({
      ...carriableInWords(one, one.schoolName),
      formKey: newFormKey(),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'decide-exemptions');
  const { person, back } = findAsked(args, visit);
  const form = await args.request.formData();
  const parsed = parseCarryOver(form);
  if (!parsed.ok) return data({ errors: parsed.errors }, { status: 422 });
  try {
    await carryOverCompletion(actOf(visit, form), { personId: person.id, ...parsed.command });
    return redirect(`${back}?done=carried`, 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

/** The person, and the page that was come from. */
function findAsked({ params, request }: LoaderFunctionArgs, visit: SchoolVisit) {
  const person = requirePersonAt({ params }, visit);
  const back = personPageOf(visit, person.id, new URL(request.url).searchParams);
  return { person, back };
}

export default function CarryOverPage() {
  const { shell, name, back, offered } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title="Carry over from another school"
      caption={name}
      shell={shell}
      back={{ href: back, label: `Back to ${name}` }}
      errors={answered?.errors}
    >
      <p className="govuk-body">
        Their account opens a record at another school too. What they did there and is still valid
        can count here. What is declared for each edition, and what belongs to a site, is done at
        each school.
      </p>
      <CarryOverList offered={offered} />
    </Page>
  );
}
