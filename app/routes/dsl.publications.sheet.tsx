import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { findSigningAt, listSigningEditions, signersFor } from '#app/auth/signing-page.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { ChooseEdition, NobodySigns, NotSigning, SigningSheet } from '#app/components/signing.tsx';

export const meta = titled('Sheet to sign');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const at = findSigningAt(args.request, visit);
  return {
    shell: shellOf(visit),
    school: visit.school.name,
    editions: at === null ? listSigningEditions(visit) : [],
    edition: at === null ? null : { id: at.edition.id, title: at.edition.title },
    signers: at === null ? { groups: [], others: [] } : signersFor(visit, at),
  };
}

export default function SheetPage() {
  const { shell, school, editions, edition, signers } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Sheet to sign"
      caption={edition?.title}
      shell={shell}
      back={{ href: '/dsl/publications', label: 'Back to reading' }}
    >
      {edition === null ? (
        <ChooseEdition
          editions={editions}
          hrefOf={(id) => `/dsl/publications/sheet?edition=${id}`}
        />
      ) : (
        <>
          <div className="no-print">
            {signers.groups.length > 0 ? (
              <p>
                For those who cannot sign in here. Print this page with your browser: it fits A4.
                When they have signed,{' '}
                <a
                  className="govuk-link"
                  href={`/dsl/publications/on-behalf?edition=${edition.id}`}
                >
                  enter it with a photograph of the sheet
                </a>
                .
              </p>
            ) : (
              <NobodySigns />
            )}
            <NotSigning others={signers.others} />
          </div>
          <SigningSheet school={school} title={edition.title} groups={signers.groups} />
        </>
      )}
    </Page>
  );
}
