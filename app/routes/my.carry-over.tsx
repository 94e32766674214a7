import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireOwnVisit } from '#app/auth/visit.ts';
import { CarryOverList } from '#app/components/carry-over-list.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { carriableInWords } from '#app/domain/carry-over.ts';
import { parseCarryOver } from '#app/forms/carry-over.ts';
import { carryOverCompletion, listCarriable } from '#app/operations/carry-over-completion.ts';

export const meta = titled('Carry over');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { database, school, personId, today } = visit;
  const offered = listCarriable(database, { schoolId: school.id, personId, today });
  return {
    shell: shellOf(visit),
    offered: offered.map((one) => ({
      ...carriableInWords(one, one.schoolName),
      formKey: newFormKey(),
    })),
    isDone: new URL(args.request.url).searchParams.get('done') === 'carried',
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const form = await args.request.formData();
  const parsed = parseCarryOver(form);
  if (!parsed.ok) return data({ errors: parsed.errors }, { status: 422 });
  try {
    await carryOverCompletion(actOf(visit, form), {
      personId: visit.personId,
      ...parsed.command,
    });
    return redirect('/my/carry-over?done=carried', 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

const DONE = 'It is carried over, and counts as soon as somebody has checked it.';

export default function OwnCarryOverPage() {
  const { shell, offered, isDone } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title="Carry over from another school"
      shell={shell}
      back={{ href: '/my', label: 'Back to my training' }}
      errors={answered?.errors}
      notification={isDone && !answered ? DONE : null}
    >
      <p className="govuk-body">
        What you did at another school that your account opens, and is still valid, can count here.
        What is declared for each edition, and what belongs to a site, is done at each school.
      </p>
      <CarryOverList offered={offered} />
    </Page>
  );
}
