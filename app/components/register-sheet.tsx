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
    <div className="signing">
      <table className="signing__table">
        <thead>
          <tr>
            <th scope="colgroup" colSpan={5} className="signing__head">
              <span className="signing__school">{school}</span>
              <span className="signing__title">{title}</span>
              <span className="signing__facts">{facts.join(' · ')}</span>
              <span className="signing__words">{words}</span>
            </th>
          </tr>
          <tr>
            <th scope="col" className="signing__number">
              No.
            </th>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col" className="signing__signature">
              Signature
            </th>
            <th scope="col" className="signing__minutes">
              Minutes, if not all
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, role }, index) => (
            <tr key={id}>
              <td className="signing__number">{index + 1}</td>
              <th scope="row">{name}</th>
              <td className="signing__role">{role}</td>
              <td />
              <td />
            </tr>
          ))}
          {Array.from({ length: spare }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its place on the sheet
            <tr key={index}>
              <td className="signing__number">{people.length + index + 1}</td>
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
