import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { endSignIn } from '#app/auth/session.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireVisit } from '#app/auth/visit.ts';
import { Button } from '#app/components/button.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';

export const meta = titled('Sign out');

/** Looking at an address changes nothing: signing out takes the button. */
export async function loader(args: LoaderFunctionArgs) {
  return { shell: shellOf(await requireVisit(args)) };
}

export async function action(args: ActionFunctionArgs) {
  const headers = { 'Set-Cookie': await endSignIn(args) };
  return redirect('/sign-in?done=signed-out', { status: 303, headers });
}

export default function SignOut() {
  const { shell } = useLoaderData<typeof loader>();
  return (
    <Page title="Sign out" shell={shell} back={{ href: '/' }}>
      <p className="govuk-body">You are signed in as {shell.personName}.</p>
      <form method="post" action="/sign-out">
        <Button>Sign out</Button>
      </form>
    </Page>
  );
}
