import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import { requireAttemptAt, requireOwnFacts } from '#app/auth/attempt-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireOwnVisit } from '#app/auth/visit.ts';
import { Certificate } from '#app/components/certificate.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { findCertificateOf } from '#app/data/certificates.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { printedInWords } from '#app/domain/quiz/certificate-words.ts';
import { lastingOf } from '#app/domain/quiz/valid-to.ts';

export const meta = titled('Certificate');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { database, school, personId } = visit;
  const attempt = requireAttemptAt(args, visit);
  const certificate = findCertificateOf(database, personId, attempt.id);
  if (!certificate) throw notFound();
  const { completed, isWithdrawn } = certificate;
  const lasting = lastingOf(
    schoolPolicy(database, school.id),
    requireOwnFacts(visit),
    completed,
    visit.today,
  );
  return {
    shell: shellOf(visit),
    attemptHref: `/my/quizzes/attempts/${attempt.id}`,
    isWithdrawn,
    certificate: printedInWords(
      certificate,
      { score: attempt.score ?? 0, outOf: attempt.questions.length, lasting },
      `${args.context.settings.origin}/verify`,
    ),
  };
}

export default function CertificatePage() {
  const { shell, attemptHref, isWithdrawn, certificate } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Certificate"
      shell={shell}
      back={{ href: attemptHref, label: 'Back to the result' }}
    >
      {isWithdrawn ? (
        <p className="govuk-body">
          The school has withdrawn what this pass completed. Whoever looks the code up is told so.
        </p>
      ) : (
        <p className="govuk-body no-print">
          Print it from your browser: it fits one sheet of A4. Whoever has the code can check it and
          learns nothing else about you.
        </p>
      )}
      <Certificate certificate={certificate} />
    </Page>
  );
}
