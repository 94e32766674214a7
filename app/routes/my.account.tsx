import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hashPassword, passwordFault } from '#app/auth/passwords.ts';
import { endSignIn, endSignInsOf, startSignIn } from '#app/auth/session.ts';
import { shellOf } from '#app/auth/shell.ts';
import { isOwnPassword } from '#app/auth/sign-in.ts';
import { actOf, newFormKey, requireVisit, type Visit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { SummaryList } from '#app/components/content.tsx';
import { NewPassword } from '#app/components/new-password.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { PasswordInput } from '#app/components/text-input.tsx';
import { parseChangePassword } from '#app/forms/accounts.ts';
import { changePassword } from '#app/operations/change-password.ts';

export const meta = titled('Your account');

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args);
  const isDone = new URL(args.request.url).searchParams.get('done') === 'password';
  const { email, accountName, places } = visit;
  const labels = places.map(({ label }) => label);
  return { shell: shellOf(visit), email, accountName, labels, isDone, formKey: newFormKey() };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args);
  const form = await args.request.formData();
  return form.get('act') === 'sign-out-everywhere'
    ? signOutEverywhere(args, visit)
    : change(args, visit, form);
}

async function signOutEverywhere(args: ActionFunctionArgs, visit: Visit) {
  const headers = { 'Set-Cookie': await endSignIn(args) };
  await endSignInsOf(args.context, visit.accountId);
  return redirect('/sign-in?done=everywhere', { status: 303, headers });
}

async function change(args: ActionFunctionArgs, visit: Visit, form: FormData) {
  const parsed = parseChangePassword(form);
  if (!parsed.ok) return data({ errors: parsed.errors }, 422);
  const { current, password } = parsed.command;
  const isRight = await isOwnPassword(args, visit.accountId, current);
  if (typeof isRight === 'object') return tooOften(isRight.waitSeconds);
  if (!isRight) return wrong('current-password', 'This is not your password as it is now');
  const { email, accountName: name, school } = visit;
  const fault = passwordFault(password, { email, name, school: school?.name ?? null });
  if (fault) return wrong('password', fault);
  const passwordHash = await hashPassword(password);
  await changePassword(actOf(visit, form), { passwordHash });
  const place = { personId: visit.personId, schoolId: visit.school?.id ?? null };
  const headers = { 'Set-Cookie': await startSignIn(args, visit.accountId, place) };
  return redirect('/my/account?done=password', { status: 303, headers });
}

function wrong(field: string, message: string) {
  return data({ errors: [{ field, message }] }, 422);
}

function tooOften(seconds: number) {
  const message = `There were too many tries that failed. Wait ${Math.ceil(seconds / 60)} minutes, then try again`;
  const headers = { 'Retry-After': String(seconds) };
  return data({ errors: [{ field: 'current-password', message }] }, { status: 429, headers });
}

export default function Account() {
  const { shell, email, accountName, labels, isDone, formKey } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const done = isDone
    ? 'Your password is changed. Every other device is signed out of your account.'
    : undefined;
  return (
    <Page title="Your account" shell={shell} errors={errors} notification={done}>
      <SummaryList
        rows={[
          { key: 'Name', value: accountName },
          { key: 'E-mail address', value: email },
          { key: 'Opens', value: labels.join(', ') },
        ]}
      />
      <section className="part">
        <h2 className="part__title">Change your password</h2>
        <form method="post" action="/my/account" noValidate>
          <FormKey value={formKey} />
          <PasswordInput
            name="current-password"
            label="Your password now"
            autoComplete="current-password"
            errors={errors}
          />
          <NewPassword errors={errors} />
          <Button>Change password</Button>
        </form>
      </section>
      <section className="part">
        <h2 className="part__title">Sign out everywhere</h2>
        <p className="govuk-body">
          If you have left InDate open on another machine, or have lost a telephone, this signs you
          out on all of them, here too.
        </p>
        <form method="post" action="/my/account">
          <Button kind="secondary" name="act" value="sign-out-everywhere">
            Sign out everywhere
          </Button>
        </form>
      </section>
      <p className="govuk-body">
        <a className="govuk-link" href="/privacy">
          What InDate keeps about you, why and for how long
        </a>
      </p>
    </Page>
  );
}
