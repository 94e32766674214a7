import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSittingAt } from '#app/auth/session-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ScreenOnly } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { RegisterSheet } from '#app/components/register-sheet.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { registerView } from '#app/data/register-view.ts';
import { signedWords, whenInWords } from '#app/domain/sessions/session-words.ts';
import { creditedOn } from '#app/operations/require-session.ts';

/** Lines at the end for those who turn up unexpected. */
const SPARE_LINES = 4;

export const meta = titled('A register to sign');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-sessions');
  const { session, sitting, home } = requireSittingAt(args, visit);
  const { rows } = registerView(visit.database, visit.school.id, session, sitting);
  const credited = creditedOn(
    schoolPolicy(visit.database, visit.school.id),
    session,
    sitting.heldOn,
  );
  const { minutes, place } = sitting;
  return {
    shell: shellOf(visit),
    home,
    school: visit.school.name,
    title: session.title,
    facts: [
      whenInWords(sitting),
      ...(minutes === null ? [] : [`${minutes} minutes`]),
      ...(place ? [place] : []),
      ...(session.trainer ? [`with ${session.trainer}`] : []),
    ],
    words: signedWords(credited.map(({ name }) => name)),
    people: rows.map(({ id, name, role }) => ({ id, name, role })),
  };
}

export default function SheetPage() {
  const { shell, home, title, school, facts, words, people } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Register to sign"
      caption={title}
      shell={shell}
      back={{ href: home, label: 'Back to the register' }}
      width="wide"
    >
      <ScreenOnly>
        <p className="govuk-body">
          Print this page with your browser: it fits A4. Afterwards tick who was there on the
          register, and keep a photograph of the signed sheet with it.
        </p>
      </ScreenOnly>
      <RegisterSheet
        school={school}
        title={title}
        facts={facts}
        words={words}
        people={people}
        spare={SPARE_LINES}
      />
    </Page>
  );
}
