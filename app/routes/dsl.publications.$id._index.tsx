import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { declaredParts, requirePublicationAt, schoolReads } from '#app/auth/publication-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { Details, EmptyState } from '#app/components/content.tsx';
import {
  EditionLines,
  EditionNotes,
  editionPath,
  PartFigures,
} from '#app/components/edition-lists.tsx';
import { Page } from '#app/components/page.tsx';
import { AskedBy } from '#app/components/publication-block.tsx';
import { NotReadTable, ReadTable } from '#app/components/reader-lists.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { may } from '#app/domain/permissions.ts';
import { publicationsAnswer } from '#app/domain/publications/publication-words.ts';
import { publicationShown, sumOf } from '#app/domain/publications/shown.ts';
import { sentenceCase } from '#app/domain/words.ts';
import { doneWords } from '#app/forms/done.ts';

const DONE = {
  added: 'The document is added. Add its edition now.',
  confirmed: 'The edition is confirmed.',
  'read-again': 'The corrected edition is there, and is to be read again.',
};

export const meta = titled('Something to read');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-publications');
  const publication = requirePublicationAt(visit, args.params.id);
  const shown = publicationShown(
    schoolReads(visit),
    publication,
    declaredParts(visit, publication),
  );
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    answer: publicationsAnswer([sumOf(shown)]),
    ...shown,
    mayChange: may(visit.roles, 'change-publications'),
  };
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function PublicationPage() {
  const view = useLoaderData<typeof loader>();
  const { shell, done, title, answer, askedBy, inForce, coming, earlier, mayChange } = view;
  return (
    <Page
      title={title}
      caption="Reading"
      shell={shell}
      answer={answer}
      notification={done}
      back={{ href: '/dsl/publications', label: 'Back to reading' }}
      width="wide"
    >
      {mayChange ? (
        <div className="no-print">
          <ButtonGroup>
            {inForce && askedBy.length > 0 ? <SheetLinks editionId={inForce.id} /> : null}
            <ButtonLink href={`/dsl/publications/${view.id}/editions/new`} kind="secondary">
              Add an edition
            </ButtonLink>
          </ButtonGroup>
        </div>
      ) : null}
      <AskedBy askedBy={askedBy} mayChange={mayChange} />
      {inForce ? <InForce view={view} inForce={inForce} /> : null}
      {inForce === null && coming.length + earlier.length === 0 ? <NoEditions /> : null}
      {coming.length > 0 ? (
        <Section title="Coming">
          <EditionLines editions={coming} mayChange={mayChange} />
        </Section>
      ) : null}
      {earlier.length > 0 ? (
        <Section title={`Earlier editions: ${earlier.length}`}>
          <EditionLines editions={earlier} mayChange={mayChange} />
        </Section>
      ) : null}
    </Page>
  );
}

function InForce({ view, inForce }: { view: View; inForce: NonNullable<View['inForce']> }) {
  const { id, title, words, figure, parts, notRead, read, leftOut, notes } = inForce;
  const isAsked = view.askedBy.length > 0;
  const links = [
    { href: editionPath(id), label: `About ${title}` },
    { href: `/dsl/publications/${view.id}/read.csv`, label: 'Who has read it, as a file (CSV)' },
  ];
  return (
    <Section title={title} links={isAsked ? links : links.slice(0, 1)}>
      <p className="govuk-body soft">
        {sentenceCase(words)}.
        {inForce.dueBy ? ` Due by ${inForce.dueBy} for those already here.` : ''}
      </p>
      <EditionNotes notes={notes} />
      {isAsked ? (
        <>
          <p className="edition__figure">{figure}.</p>
          <PartFigures parts={parts} />
        </>
      ) : null}
      {notRead.length > 0 ? (
        <>
          <h3>Have not read it: {notRead.length}</h3>
          <NotReadTable readers={notRead} caption={`Have not read ${title}`} />
        </>
      ) : null}
      {read.length > 0 ? (
        <Details summary={`Have read it: ${read.length}`}>
          <ReadTable readers={read} caption={`Have read ${title}`} />
        </Details>
      ) : null}
      {leftOut.length > 0 ? (
        <Details summary={`Exempt or away: ${leftOut.length}`}>
          <NotReadTable readers={leftOut} caption={`Exempt from reading ${title}, or away`} />
        </Details>
      ) : null}
    </Section>
  );
}

/** For those without an account: a sheet to sign, and what was signed. */
function SheetLinks({ editionId }: { editionId: number }) {
  return (
    <>
      <ButtonLink href={`/dsl/publications/sheet?edition=${editionId}`} kind="secondary">
        Print a sheet to sign
      </ButtonLink>
      <ButtonLink href={`/dsl/publications/on-behalf?edition=${editionId}`} kind="secondary">
        Enter a signed sheet
      </ButtonLink>
    </>
  );
}

function NoEditions() {
  return (
    <EmptyState title="It has no editions yet">
      <p className="govuk-body">
        Add the edition that is in force, and confirm it: then those of whom it is asked find it on
        their own page.
      </p>
    </EmptyState>
  );
}
