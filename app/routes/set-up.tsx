import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { hashPassword, passwordFault } from '#app/auth/passwords.ts';
import { type Attempt, signInAs } from '#app/auth/sign-in.ts';
import { beginTry, endTry } from '#app/auth/slowing.ts';
import { Button } from '#app/components/button.tsx';
import { Page } from '#app/components/page.tsx';
import { SetUpFields } from '#app/components/set-up-fields.tsx';
import { titled } from '#app/components/shell.ts';
import {
  everySchoolFile,
  everySchoolListsFile,
  everySchoolQuizzesFile,
  sharedQuestionFiles,
} from '#app/data/every-school.ts';
import { hasSchool } from '#app/data/new-schools.ts';
import { STANDARD_APPOINTMENT_KINDS } from '#app/domain/appointment-kinds.ts';
import { parseSetUp, type SetUpForm } from '#app/forms/accounts.ts';
import { typedValues } from '#app/forms/fields.ts';
import { newSchoolPolicy } from '#app/forms/files/new-school-policy.ts';
import { readQuizzes } from '#app/forms/files/read-content.ts';
import { newSchoolLists } from '#app/forms/files/read-induction-lists.ts';
import { sharedQuestions } from '#app/forms/files/shared-questions.ts';
import type { FormValues } from '#app/forms/parsed.ts';
import { setUpSchool } from '#app/operations/set-up-school.ts';
import { dayInSchool, now } from '#app/platform/clock.ts';

export const meta = titled('Set up InDate');

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** Who may be the first administrator: somebody on the staff. */
const KINDS = STANDARD_APPOINTMENT_KINDS.filter(({ category }) => category === 'staff');

export function loader({ context }: LoaderFunctionArgs) {
  requireNothingYet(context);
  return { kinds: KINDS.map(({ key, label }) => ({ value: key, label })) };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  requireNothingYet(context);
  const form = await args.request.formData();
  const kinds = KINDS.map(({ key }) => key);
  const parsed = parseSetUp(form, kinds);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, 422);
  return setUp(args, parsed.command, typedValues(form));
}

async function setUp(args: ActionFunctionArgs, command: SetUpForm, values: FormValues) {
  const { database, clientAddress } = args.context;
  const again = (field: string, message: string, init: number | ResponseInit = 422) =>
    data({ errors: [{ field, message }], values }, init);
  const { password, ...rest } = command;
  const name = `${rest.firstName} ${rest.lastName}`;
  const fault = passwordFault(password, { email: rest.email, name, school: rest.schoolName });
  if (fault) return again('password', fault);
  const attempt = await beginTry(database, { secret: 'set-up', address: clientAddress }, now());
  if ('waitSeconds' in attempt) {
    const seconds = String(attempt.waitSeconds);
    return again('code', TOO_OFTEN, { status: 429, headers: { 'Retry-After': seconds } });
  }
  const passwordHash = await hashPassword(password);
  const begins = {
    policy: newSchoolPolicy(everySchoolFile()),
    sharedQuestions: sharedQuestions(sharedQuestionFiles()),
    quizzes: readQuizzes(everySchoolQuizzesFile()),
    lists: newSchoolLists(everySchoolListsFile(), dayInSchool(now())),
  };
  try {
    const { accountId } = await setUpSchool(
      { database, now: now() },
      { ...rest, passwordHash, ...begins },
    );
    await endTry(database, attempt);
    return signedIn(await signInAs(args, accountId));
  } catch (error) {
    return refusedForm(error, { values });
  }
}

const TOO_OFTEN = 'The code was wrong too often. Wait five minutes, then try again';

function signedIn(attempt: Attempt) {
  if (attempt.kind !== 'signed-in') return redirect('/sign-in', 303);
  const headers = { 'Set-Cookie': attempt.cookie };
  return redirect(attempt.home, { status: 303, headers });
}

/** Once there is a school, and in a demo, there is no such page. */
function requireNothingYet({ database, isDemo }: AppLoadContext): void {
  if (isDemo || hasSchool(database)) throw notFound();
}

export default function SetUp() {
  const { kinds } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <Page title="Set up InDate" shell={null} errors={sent?.errors}>
      <p className="govuk-body">
        This makes your school and your own account, as its first administrator. When it is done you
        enter the school’s people and its policy.
      </p>
      <form method="post" action="/set-up" noValidate>
        <SetUpFields kinds={kinds} errors={sent?.errors} values={sent?.values} />
        <Button>Make the school</Button>
      </form>
    </Page>
  );
}
