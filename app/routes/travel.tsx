import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { safePath } from '#app/auth/safe-path.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireVisit } from '#app/auth/visit.ts';
import { Button } from '#app/components/button.tsx';
import { DateInput, dateFields, typedDate } from '#app/components/date-input.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { parseTravel } from '#app/forms/accounts.ts';
import { travel } from '#app/operations/travel.ts';

export const meta = titled('Travel to another day');

/** There is no such page outside a demo. */
export async function loader(args: LoaderFunctionArgs) {
  if (!args.context.isDemo) throw notFound();
  return { shell: shellOf(await requireVisit(args)) };
}

/** Sets the demo's day for this browser, and goes back to where it was asked. */
export async function action(args: ActionFunctionArgs) {
  if (!args.context.isDemo) throw notFound();
  const visit = await requireVisit(args);
  const form = await args.request.formData();
  const parsed = parseTravel(form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, 422);
  await travel(visit.database, visit.signInHash, parsed.command.to);
  return redirect(safePath(form.get('back')) ?? '/', 303);
}

export default function Travel() {
  const { shell } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const back = typeof sent?.values.back === 'string' ? sent.values.back : '/';
  return (
    <Page title="Travel to another day" shell={shell} errors={sent?.errors}>
      <p className="govuk-body">
        Everything is reckoned as on that day, in this browser only. What is recorded stays.
      </p>
      <form method="post" action="/travel" noValidate>
        <input type="hidden" name="back" value={back} />
        <DateInput
          name="to"
          label="Day"
          hint="For example, 2 January 2027"
          value={sent ? typedDate(sent.values, 'to') : dateFields(shell.today.iso)}
          errors={sent?.errors}
        />
        <Button>Travel</Button>
      </form>
    </Page>
  );
}
