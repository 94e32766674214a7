import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { safePath } from '#app/auth/safe-path.ts';
import { type Attempt, signIn, signInAs } from '#app/auth/sign-in.ts';
import { findHome, todayOf } from '#app/auth/visit.ts';
import { Page } from '#app/components/page.tsx';
import { PersonaList } from '#app/components/persona-list.tsx';
import { titled } from '#app/components/shell.ts';
import { SignInForm } from '#app/components/sign-in-form.tsx';
import { hasSchool } from '#app/data/new-schools.ts';
import { listPersonas } from '#app/data/personas.ts';
import { inWordsWithWeekday } from '#app/domain/days.ts';
import { parseSignIn } from '#app/forms/accounts.ts';
import { doneWords } from '#app/forms/done.ts';

export const meta = titled('Sign in');

/** The answer to too many tries says in its head, too, when to come back. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { database, isDemo } = args.context;
  if (!isDemo && !hasSchool(database)) throw redirect('/set-up', 303);
  const { searchParams } = new URL(args.request.url);
  const next = safePath(searchParams.get('next'));
  const home = await findHome(args);
  // A demo is tried as one person after another; elsewhere whoever is signed in has no use for this.
  if (!isDemo && home !== '/sign-in') throw redirect(next ?? home, 303);
  const personas = isDemo ? listPersonas(database).map(({ accountId: _, ...shown }) => shown) : [];
  const isClosed = searchParams.has('closed');
  const done = doneWords(DONE, searchParams);
  const today = inWordsWithWeekday(todayOf(args.context));
  return { next, personas, today, isDemo, isClosed, done };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const persona = form.get('persona');
  if (args.context.isDemo && persona !== null) {
    const chosen = listPersonas(args.context.database).find(({ key }) => key === persona);
    if (!chosen) return data(wrong('Choose one of the people in the list', '', {}), 422);
    return answer(await signInAs(args, chosen.accountId), form, {});
  }
  const parsed = parseSignIn(form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, 422);
  const { email } = parsed.command;
  return answer(await signIn(args, parsed.command), form, { email });
}

type Shown = { errors: { field: string; message: string }[]; values: Record<string, unknown> };

function answer(attempt: Attempt, form: FormData, values: { email?: string }) {
  switch (attempt.kind) {
    case 'signed-in': {
      const headers = { 'Set-Cookie': attempt.cookie };
      return redirect(whereTo(attempt.home, safePath(form.get('next'))), { status: 303, headers });
    }
    case 'wrong':
      return data(wrong(WRONG, 'email', values), 422);
    case 'closed':
      return data(wrong(CLOSED, '', values), 403);
    case 'wait': {
      const headers = { 'Retry-After': String(attempt.seconds) };
      return data(wrong(waitWords(attempt.seconds), '', values), { status: 429, headers });
    }
  }
}

const WRONG = 'The e-mail address and the password do not belong together: check both';
const CLOSED =
  'Your last day here is past, so your account opens nothing any more. If that is wrong, tell the school’s administrator';

function wrong(message: string, field: string, values: { email?: string }): Shown {
  return { errors: [{ field, message }], values };
}

function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const span = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return `There were too many tries that failed. Wait ${span}, then try again`;
}

/** Who has several places chooses first, and then goes on to where they were going. */
function whereTo(home: string, next: string | null): string {
  if (home !== '/choose') return next ?? home;
  return next === null ? home : `${home}?next=${encodeURIComponent(next)}`;
}

const DONE: Record<string, string> = {
  'signed-out': 'You are signed out.',
  everywhere: 'You are signed out on every device.',
};

export default function SignIn() {
  const { next, personas, today, isDemo, isClosed, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as Shown | undefined;
  const closed = isClosed ? [{ field: '', message: CLOSED }] : undefined;
  return (
    <Page
      title="Sign in"
      shell={null}
      errors={sent?.errors ?? closed}
      notification={isClosed ? null : done}
      width={isDemo ? 'wide' : undefined}
    >
      {isDemo ? <PersonaList personas={personas} today={today} next={next} /> : null}
      <SignInForm next={next} errors={sent?.errors} email={sent?.values.email} isDemo={isDemo} />
    </Page>
  );
}
