import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refused } from '#app/auth/answers.ts';
import { hashPassword, passwordFault } from '#app/auth/passwords.ts';
import { signInAs } from '#app/auth/sign-in.ts';
import { todayOf } from '#app/auth/visit.ts';
import { Button } from '#app/components/button.tsx';
import { NewPassword } from '#app/components/new-password.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { listOwnRecords } from '#app/data/accounts.ts';
import { findInvitation, type Invitation } from '#app/data/invitations.ts';
import { parseNewPassword } from '#app/forms/accounts.ts';
import { acceptInvitation, stateOf } from '#app/operations/accept-invitation.ts';
import { now } from '#app/platform/clock.ts';

export const meta = titled('Choose a password');

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = findInvitation(context.database, params.token ?? '');
  const state = stateOf(link, now());
  if (state !== 'open' || !link)
    return data({ state, holder: null }, state === 'unknown' ? 404 : 410);
  return data({ state, holder: holderOf(context.database, link) });
}

export async function action(args: ActionFunctionArgs) {
  const { database } = args.context;
  const token = args.params.token ?? '';
  const link = findInvitation(database, token);
  // The loader says, on the same page, why it cannot be used.
  if (!link || stateOf(link, now()) !== 'open') return data({ errors: [] }, 409);
  const parsed = parseNewPassword(await args.request.formData());
  if (!parsed.ok) return data({ errors: parsed.errors }, 422);
  const { password } = parsed.command;
  const fault = passwordFault(password, holderOf(database, link));
  if (fault) return data({ errors: [{ field: 'password', message: fault }] }, 422);
  const passwordHash = await hashPassword(password);
  const act = { database, today: todayOf(args.context), now: now() };
  const { accountId } = await acceptInvitation(act, { token, passwordHash }).catch((error) => {
    throw refused(error);
  });
  const attempt = await signInAs(args, accountId);
  if (attempt.kind !== 'signed-in') throw redirect('/sign-in?closed=1', 303);
  const headers = { 'Set-Cookie': attempt.cookie };
  return redirect(attempt.home, { status: 303, headers });
}

/** Whose password it will be. */
function holderOf(database: Parameters<typeof listOwnRecords>[0], { account }: Invitation) {
  const [record] = listOwnRecords(database, account.id);
  return { name: account.name, email: account.email, school: record?.school.name ?? null };
}

const CLOSED = {
  used: {
    title: 'This link has been used',
    text: 'A link works once. If it was you, sign in with the password that you chose. If it was not, tell your school’s administrator now, and ask for a new link.',
  },
  expired: {
    title: 'This link has run out',
    text: 'An invitation works for seven days and a link for a new password for one, and a newer link ends the ones before it. Ask your school’s administrator for a new one.',
  },
  unknown: {
    title: 'This link does not work',
    text: 'Part of it may be missing: copy the whole of it, or open it from where it was sent to you. If it still does not work, ask your school’s administrator for a new one.',
  },
  open: { title: 'Choose a password', text: '' },
} as const;

export default function TakeUp() {
  const { state, holder } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (!holder) return <ClosedLink {...CLOSED[state]} />;
  return (
    <Page title="Choose a password" shell={null} errors={sent?.errors}>
      <p className="govuk-body">
        This is for {holder.name}
        {holder.school ? `, ${holder.school}` : ''}. You will sign in as{' '}
        <strong>{holder.email}</strong>.
      </p>
      <form method="post" noValidate>
        <NewPassword errors={sent?.errors} />
        <Button>Save and sign in</Button>
      </form>
    </Page>
  );
}

function ClosedLink({ title, text }: { title: string; text: string }) {
  return (
    <Page title={title} shell={null}>
      <p className="govuk-body">{text}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in">
          Go to the sign-in page
        </a>
      </p>
    </Page>
  );
}
