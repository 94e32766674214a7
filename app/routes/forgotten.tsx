import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';

export const meta = titled('Forgotten password');

export function loader({ context }: LoaderFunctionArgs) {
  return { isDemo: context.isDemo };
}

/** Seen signed out, so it names nobody: a role is enough to know whom to ask. */
export default function Forgotten() {
  const { isDemo } = useLoaderData<typeof loader>();
  return (
    <Page
      title="You have forgotten your password, or have no account"
      shell={null}
      back={{ href: '/sign-in' }}
    >
      {isDemo ? (
        <p className="govuk-body">
          This is a demo: sign in with one of the buttons on the sign-in page.
        </p>
      ) : null}
      <p className="govuk-body">
        Ask your school’s InDate administrator for a link. In most schools that is the school
        business manager or the school office. They make the link in a moment and hand it to you;
        with it you choose a new password.
      </p>
      <p className="govuk-body">
        Without an account you can still be in date: your designated safeguarding lead can tell you
        what is due, and records what you have done.
      </p>
      <p className="govuk-body">
        If you are the only administrator, or your account opens more than one school, ask whoever
        runs InDate. They make the link with a command on the machine itself.
      </p>
    </Page>
  );
}
