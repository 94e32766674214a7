import type { RegisterPerson } from '#app/domain/sessions/register.ts';

type RegisterSheetProps = {
  school: string;
  title: string;
  /** Day, time, place, trainer. */
  facts: readonly string[];
  /** What whoever signs confirms. */
  words: string;
  people: readonly RegisterPerson[];
  /** Empty lines for those who turn up unexpected. */
  spare: number;
};

/** The register on paper: one line for each person, the head repeated on every page. */
export function RegisterSheet({ school, title, facts, words, people, spare }: RegisterSheetProps) {
  return (
    <div className="sheet">
      <table className="sheet__table">
        <thead>
          <tr>
            <th scope="colgroup" colSpan={5} className="sheet__head">
              <span className="sheet__school">{school}</span>
              <span className="sheet__title">{title}</span>
              <span className="sheet__facts">{facts.join(' · ')}</span>
              <span className="sheet__words">{words}</span>
            </th>
          </tr>
          <tr>
            <th scope="col" className="sheet__number">
              No.
            </th>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col" className="sheet__signature">
              Signature
            </th>
            <th scope="col" className="sheet__minutes">
              Minutes, if only in part
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, role }, index) => (
            <tr key={id}>
              <td className="sheet__number">{index + 1}</td>
              <th scope="row">{name}</th>
              <td>{role}</td>
              <td />
              <td />
            </tr>
          ))}
          {Array.from({ length: spare }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its place on the sheet
            <tr key={index}>
              <td className="sheet__number">{people.length + index + 1}</td>
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
