import type { InForceShown, PublicationShown } from '#app/domain/publications/shown.ts';
import { askedInWords } from '#app/domain/publications/shown.ts';
import { Details, InsetText } from './content.tsx';
import { EditionLines, EditionNotes, editionPath, PartFigures } from './edition-lists.tsx';
import { NotReadNames } from './reader-lists.tsx';

/** So many names are read at a glance; more are behind one press. */
const SHORT_LIST = 8;

type BlockProps = { publication: PublicationShown; mayChange: boolean };

/** One publication among all of them: what is in force, what is coming, what is past. */
export function PublicationBlock({ publication, mayChange }: BlockProps) {
  const { id, title, askedBy, inForce, coming, earlier } = publication;
  const home = `/dsl/publications/${id}`;
  return (
    <section className="part" aria-labelledby={`publication-${id}`}>
      <h2 className="part__title" id={`publication-${id}`}>
        <a href={home}>{title}</a>
      </h2>
      {askedBy.length === 0 ? <AskedOfNobody mayChange={mayChange} /> : null}
      {inForce ? (
        <InForce inForce={inForce} isAsked={askedBy.length > 0} />
      ) : (
        <p className="govuk-body">No edition is in force.</p>
      )}
      {coming.length > 0 ? (
        <>
          <h3>Coming</h3>
          <EditionLines editions={coming} mayChange={mayChange} />
        </>
      ) : null}
      {earlier.length > 0 ? (
        <Details summary={`Earlier editions of ${title}: ${earlier.length}`}>
          <EditionLines editions={earlier} mayChange={mayChange} />
        </Details>
      ) : null}
    </section>
  );
}

/** No requirement asks for it. */
export function AskedOfNobody({ mayChange }: { mayChange: boolean }) {
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>Nobody is asked to read this yet.</strong> Whom it is asked of is said by a
        requirement that lasts “until there is a new edition”.
      </p>
      {mayChange ? <a href="/dsl/requirements/new">Add such a requirement</a> : null}
    </InsetText>
  );
}

type InForceProps = { inForce: InForceShown; isAsked: boolean };

function InForce({ inForce, isAsked }: InForceProps) {
  const { id, title, words, figure, parts, notRead, notes } = inForce;
  return (
    <div className="edition">
      <h3 className="edition__title">
        <a href={editionPath(id)}>{title}</a> <span className="edition__state">{words}</span>
      </h3>
      {isAsked ? (
        <>
          <p className="edition__figure">{figure}.</p>
          <PartFigures parts={parts} />
          <NotRead notRead={notRead} title={title} />
        </>
      ) : null}
      <EditionNotes notes={notes} />
    </div>
  );
}

function NotRead({ notRead, title }: { notRead: InForceShown['notRead']; title: string }) {
  if (notRead.length === 0) return null;
  if (notRead.length <= SHORT_LIST) {
    return (
      <>
        <h4 className="edition__heading">Have not read it</h4>
        <NotReadNames readers={notRead} />
      </>
    );
  }
  return (
    <Details summary={`The ${notRead.length} who have not read ${title}`}>
      <NotReadNames readers={notRead} />
    </Details>
  );
}

/** By which requirements a publication is asked. */
export function AskedBy({ askedBy, mayChange }: { askedBy: string[]; mayChange: boolean }) {
  if (askedBy.length === 0) return <AskedOfNobody mayChange={mayChange} />;
  return <p className="govuk-body soft">{askedInWords(askedBy)}</p>;
}
