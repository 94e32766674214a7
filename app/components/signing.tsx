import { partsInWords } from '#app/domain/publications/declaration-words.ts';
import type { Signers, SigningGroup } from '#app/domain/publications/signers.ts';
import { Checkboxes } from './choices.tsx';
import { Details, EmptyState, LinkList } from './content.tsx';
import type { FieldErrors } from './field-errors.ts';

type SigningBoxesProps = {
  groups: readonly SigningGroup[];
  ticked: readonly string[];
  errors: FieldErrors | undefined;
};

/** The people of each group as boxes, under the words that they signed. */
export function SigningBoxes({ groups, ticked, errors }: SigningBoxesProps) {
  return groups.map(({ words, parts, people }, index) => (
    <div className="words-sheet__group" key={words}>
      <blockquote className="declared__words">{words}</blockquote>
      <Checkboxes
        name="people"
        id={index === 0 ? 'people' : `people-${index + 1}`}
        label={`Who signed this, for ${partsInWords(parts)}`}
        choices={people.map(({ id, name }) => ({ value: String(id), label: name }))}
        values={ticked}
        layout="columns"
        errors={index === 0 ? errors : undefined}
      />
      {people.map(({ id, shown }) => (
        <input type="hidden" name={`shown-${id}`} value={shown} key={id} />
      ))}
    </div>
  ));
}

/** Everybody else of whom it is asked, and why they do not sign on paper. */
export function NotSigning({ others }: Pick<Signers, 'others'>) {
  if (others.length === 0) return null;
  return (
    <Details summary={`Who is not in this list, and why (${others.length})`}>
      <ul>
        {others.map(({ id, name, why }) => (
          <li key={id}>
            {name}: {why}.
          </li>
        ))}
      </ul>
      <p>Of anybody else here it is not asked.</p>
    </Details>
  );
}

/** Nobody is left who signs on paper. */
export function NobodySigns() {
  return (
    <EmptyState title="Nobody has to sign on paper">
      <p className="govuk-body">
        Everybody of whom it is asked has declared it, or can sign in and declare it on their own
        page.
      </p>
    </EmptyState>
  );
}

type ChooseEditionProps = {
  editions: readonly { id: number; title: string }[];
  hrefOf: (id: number) => string;
};

/** Of which edition, where the address names none. */
export function ChooseEdition({ editions, hrefOf }: ChooseEditionProps) {
  if (editions.length === 0) {
    return (
      <EmptyState title="Nothing can be declared today">
        <p className="govuk-body">
          <a className="govuk-link" href="/dsl/publications">
            Confirm an edition first
          </a>
          : an edition that is only announced counts for nothing yet.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <h2>Which edition?</h2>
      <LinkList links={editions.map(({ id, title }) => ({ href: hrefOf(id), label: title }))} />
    </>
  );
}

type SigningSheetProps = { school: string; title: string; groups: readonly SigningGroup[] };

/** On paper: a line for each person who signs, under the words, which every page repeats. */
export function SigningSheet({ school, title, groups }: SigningSheetProps) {
  return groups.map(({ words, parts, people }) => (
    <table className="words-sheet" key={words}>
      <thead>
        <tr>
          <th scope="colgroup" colSpan={3} className="words-sheet__head">
            <span className="words-sheet__school">{school}</span>
            <span className="words-sheet__title">
              {title}: {partsInWords(parts)}
            </span>
            <span className="words-sheet__words">{words}</span>
          </th>
        </tr>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className="words-sheet__signature">
            Signature
          </th>
          <th scope="col" className="words-sheet__date">
            Date
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  ));
}
