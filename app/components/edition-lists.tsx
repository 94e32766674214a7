import type { EditionLine, InForceShown, PartShown } from '#app/domain/publications/shown.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { DayText } from './day-text.tsx';

/** Editions under each other: what each is, and what can be done about it. */
export function EditionLines({
  editions,
  mayChange,
}: {
  editions: readonly EditionLine[];
  mayChange: boolean;
}) {
  return (
    <ul className="links editions">
      {editions.map((edition) => (
        <li className="links__item" key={edition.id}>
          <a className="links__link" href={editionPath(edition.id)}>
            {edition.title}
          </a>
          <p className="links__note">
            {[`${sentenceCase(edition.words)}.`, edition.declared, notesInWords(edition.notes)]
              .filter(Boolean)
              .join(' ')}
          </p>
          {mayChange && edition.state === 'announced' ? (
            <p className="editions__act">
              <a href={`${editionPath(edition.id)}/confirm`}>Confirm {edition.title}</a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The address of an edition's own page. */
export function editionPath(editionId: number): string {
  return `/dsl/publications/editions/${editionId}`;
}

function notesInWords(notes: number): string {
  return notes === 0 ? '' : `${sentenceCase(counted(notes, 'correction', 'corrections'))} noted.`;
}

/** How many have read each part, of those who read it. */
export function PartFigures({ parts }: { parts: readonly PartShown[] }) {
  if (parts.length === 0) return null;
  return (
    <dl className="part-figures">
      {parts.map(({ part, who, figure }) => (
        <div className="part-figures__part" key={part}>
          <dt>{part}</dt>
          <dd>
            <span className="part-figures__who">{who ?? 'Chosen for nobody'}</span>
            {figure ? <span className="part-figures__figure">{figure}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was put right without being read again. */
export function EditionNotes({ notes }: Pick<InForceShown, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <ul className="edition-notes">
      {notes.map(({ notedOn, words }) => (
        <li key={`${notedOn} ${words}`}>
          <strong>
            Corrected, <DayText day={notedOn} />:
          </strong>{' '}
          {words}
        </li>
      ))}
    </ul>
  );
}
