/** The foot of every page: where a worry about a child goes, and what InDate is not. */
export function Foot() {
  return (
    <footer className="foot">
      <div className="govuk-width-container foot__columns">
        <div className="foot__worry">
          <p className="foot__worry-title">Worried about a child?</p>
          <p>
            Tell the designated safeguarding lead, now. In immediate danger call 999. InDate holds
            nothing about children and is not the place to write it down.
          </p>
        </div>
        <div className="foot__about">
          <p>
            InDate keeps a school’s safeguarding training in order. It is run by the school and is
            not a government service.
          </p>
          <p>
            <a href="/privacy">Privacy: what is kept about you, and why</a>
          </p>
        </div>
      </div>
    </footer>
  );
}
