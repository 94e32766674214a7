import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { schoolReads } from '#app/auth/publication-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { PublicationBlock } from '#app/components/publication-block.tsx';
import { titled } from '#app/components/shell.ts';
import { listPublicationsShown } from '#app/data/publications.ts';
import { may } from '#app/domain/permissions.ts';
import { publicationsAnswer } from '#app/domain/publications/publication-words.ts';
import { publicationShown, sumOf } from '#app/domain/publications/shown.ts';

export const meta = titled('Reading');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-publications');
  const reads = schoolReads(visit);
  const publications = listPublicationsShown(visit.database, visit.school.id).map((publication) =>
    publicationShown(reads, publication),
  );
  return {
    shell: shellOf(visit),
    answer: publicationsAnswer(publications.map(sumOf)),
    // Who has read it stands on the publication's own page.
    publications: publications.map((one) => ({
      ...one,
      inForce: one.inForce && { ...one.inForce, read: [], leftOut: [] },
    })),
    mayChange: may(visit.roles, 'change-publications'),
  };
}

export default function PublicationsPage() {
  const { shell, answer, publications, mayChange } = useLoaderData<typeof loader>();
  return (
    <Page title="Reading" shell={shell} answer={answer} width="wide">
      {mayChange ? (
        <div className="no-print">
          <ButtonGroup>
            <ButtonLink href="/dsl/publications/questions" kind="secondary">
              Questions about what is read
            </ButtonLink>
            <ButtonLink href="/dsl/publications/on-behalf" kind="secondary">
              Enter a signed sheet
            </ButtonLink>
            <ButtonLink href="/dsl/publications/new" kind="secondary">
              Add a document to read
            </ButtonLink>
          </ButtonGroup>
        </div>
      ) : null}
      {publications.length === 0 ? (
        <EmptyState title="There is nothing to read yet">
          <p className="govuk-body">
            Begin with Keeping children safe in education, and with the school’s child protection
            policy: people say here that they have read them, edition by edition.
          </p>
        </EmptyState>
      ) : null}
      {publications.map((publication) => (
        <PublicationBlock key={publication.id} publication={publication} mayChange={mayChange} />
      ))}
    </Page>
  );
}
