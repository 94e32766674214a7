import type { ReactNode } from 'react';
import { type Day, inWords } from '#app/domain/days.ts';
import { ButtonGroup } from './button.tsx';

type EditionShown = {
  title: string;
  inForceFrom: Day;
  whatChanged: string | null;
  link: string | null;
  file: { name: string; href: string } | null;
  notes: readonly { notedOn: Day; words: string }[];
};

type EditionToReadProps = {
  edition: EditionShown;
  /** Whom to ask for a copy where none is kept here. */
  leads: string;
};

/** What an edition is, what changed in it, and where it is read. */
export function EditionToRead({ edition, leads }: EditionToReadProps) {
  const { inForceFrom, whatChanged, notes } = edition;
  return (
    <>
      <section className="section">
        <h2>What is new</h2>
        <p className="soft">In force from {inWords(inForceFrom)}.</p>
        <p>{whatChanged ?? 'Your school has not said what changed in it.'}</p>
        <Notes notes={notes} />
      </section>
      <Open edition={edition} leads={leads} />
    </>
  );
}

function Notes({ notes }: Pick<EditionShown, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <>
      <h3>Put right since</h3>
      <ul className="reading__notes">
        {notes.map(({ notedOn, words }) => (
          <li key={`${notedOn} ${words}`}>
            <strong>{inWords(notedOn)}.</strong> {words}
          </li>
        ))}
      </ul>
    </>
  );
}

function Open({ edition: { title, link, file }, leads }: EditionToReadProps) {
  if (link === null && file === null) {
    return <p>Your school keeps no copy of it here. Ask {leads}, where to find it.</p>;
  }
  return (
    <ButtonGroup>
      {file ? <NewTab href={file.href}>Open {file.name}</NewTab> : null}
      {link ? (
        <NewTab href={link} isSecond={file !== null}>
          Open {title}
          {hostOf(link) ? ` at ${hostOf(link)}` : ''}
        </NewTab>
      ) : null}
    </ButtonGroup>
  );
}

/** Beside this page, which is come back to once it is read. */
function NewTab(props: { href: string; isSecond?: boolean; children: ReactNode }) {
  const kind = props.isSecond ? 'govuk-link' : 'govuk-button govuk-button--secondary';
  return (
    <a className={kind} href={props.href} target="_blank" rel="noopener noreferrer">
      {props.children} (opens a new tab)
    </a>
  );
}

function hostOf(link: string): string | null {
  return URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : null;
}

type PartsToReadProps = { parts: readonly string[]; left: readonly string[]; decided: string };

/** The parts of somebody; those that a new role added since they declared the others are marked. */
export function PartsToRead({ parts, left, decided }: PartsToReadProps) {
  const isSomeLeft = left.length > 0 && left.length < parts.length;
  return (
    <section className="section">
      <h2>Yours to read</h2>
      {parts.length > 0 ? (
        <ul className="reading__parts">
          {parts.map((part) => (
            <li key={part}>
              {part}
              {isSomeLeft ? (
                <span className="soft">{left.includes(part) ? ', new for you' : ', declared'}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>The whole document.</p>
      )}
      <p className="soft">{decided}</p>
    </section>
  );
}

/** The way to three questions on it, for who likes to. */
export function CheckLink({ editionId }: { editionId: number }) {
  return (
    <p className="reading__check no-print">
      <a className="govuk-link" href={`/my/read/${editionId}/check`}>
        Check what you took from it
      </a>
      : three questions, if you like. Nothing of it is kept.
    </p>
  );
}
