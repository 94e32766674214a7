import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { parseId, requireSchoolVisit } from '#app/auth/visit.ts';
import { Certificate } from '#app/components/certificate.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { findAttempt } from '#app/data/attempts.ts';
import { findCertificateAt } from '#app/data/certificates.ts';
import { findPersonFacts, schoolPolicy } from '#app/data/facts.ts';
import { printedInWords } from '#app/domain/quiz/certificate-words.ts';
import { lastingOf } from '#app/domain/quiz/valid-to.ts';

export const meta = titled('Certificate');

/** For whoever cannot fetch it themselves: has no account, has left, needs it on paper now. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-quizzes');
  const { database, school, today } = visit;
  const quizId = parseId(args.params.id);
  const attemptId = parseId(args.params.attemptId);
  const certificate = findCertificateAt(database, { schoolId: school.id, quizId, attemptId });
  if (!certificate) throw notFound();
  const person = findPersonFacts(database, school.id, certificate.personId);
  const attempt = findAttempt(database, certificate.personId, attemptId);
  if (!person || !attempt) throw notFound();
  const { completed, isWithdrawn } = certificate;
  const lasting = lastingOf(schoolPolicy(database, school.id), person, completed, today);
  const { score, questions } = attempt;
  return {
    shell: shellOf(visit),
    home: `/dsl/quizzes/${quizId}`,
    isWithdrawn,
    certificate: printedInWords(
      certificate,
      { score: score ?? 0, outOf: questions.length, lasting },
      `${args.context.settings.origin}/verify`,
    ),
  };
}

export default function PrintedCertificatePage() {
  const { shell, home, isWithdrawn, certificate } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Certificate"
      shell={shell}
      back={{ href: home, label: `Back to ${certificate.quizTitle}` }}
    >
      {isWithdrawn ? (
        <p className="govuk-body">
          The school has withdrawn what this pass completed. Whoever looks the code up is told so.
        </p>
      ) : (
        <p className="govuk-body no-print">
          Print it from your browser: it fits one sheet of A4. Whoever has the code can check it and
          learns nothing else about them.
        </p>
      )}
      <Certificate certificate={certificate} />
    </Page>
  );
}
