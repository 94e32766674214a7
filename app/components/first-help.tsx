import { inWords } from '#app/domain/days.ts';
import type { Leads } from '#app/domain/leads.ts';
import { telHref } from '#app/domain/offer/links.ts';
import type { FrontDoor } from '#app/domain/offer/section.ts';
import { listed } from '#app/domain/words.ts';

export type FirstHelpProps = {
  /** Those in post today and not away. */
  leads: Leads;
  frontDoor: FrontDoor | null;
};

/** The three things that must be found in two seconds: 999, whom to tell, the front door. */
export function FirstHelp({ leads, frontDoor }: FirstHelpProps) {
  return (
    <ol className="first" aria-label="Whom to tell">
      <li className="first__item first__item--danger">
        <p className="first__when">A child is in immediate danger</p>
        <p className="first__do">
          Ring <Telephone number="999" />
        </p>
        <p className="first__more">Then tell the DSL.</p>
      </li>
      <Lead {...leads} />
      <Door door={frontDoor} />
    </ol>
  );
}

function Lead({ leads, deputies }: Leads) {
  return (
    <li className="first__item">
      <p className="first__when">You are worried about a child</p>
      <p className="first__do">Tell the designated safeguarding lead (DSL)</p>
      <p className="first__more">
        {leads.length > 0 ? (
          <>
            <strong>{listed(leads)}</strong>.{' '}
          </>
        ) : (
          'No lead is in school today. '
        )}
        {deputies.length > 0 ? (
          <>
            {deputies.length === 1 ? 'Deputy: ' : 'Deputies: '}
            <strong>{listed(deputies)}</strong>.
          </>
        ) : null}
        {leads.length + deputies.length === 0 ? 'Go to the headteacher.' : null}
      </p>
    </li>
  );
}

function Door({ door }: { door: FrontDoor | null }) {
  if (door === null) {
    return (
      <li className="first__item">
        <p className="first__when">No lead can be reached</p>
        <p className="first__do">Ring your local authority’s front door</p>
        <p className="first__more">Its number is not entered here yet. Ask the DSL for it.</p>
      </li>
    );
  }
  const { name, telephone, outOfHours, hours, checkedOn } = door;
  return (
    <li className="first__item">
      <p className="first__when">No lead can be reached, and it cannot wait</p>
      <p className="first__do">
        Ring {name}: <Telephone number={telephone} />
      </p>
      <p className="first__more">
        {hours ? `${hours}. ` : null}
        {outOfHours ? (
          <>
            Out of hours: <Telephone number={outOfHours} />.{' '}
          </>
        ) : null}
        <span className="first__checked">Numbers checked on {inWords(checkedOn)}.</span>
      </p>
    </li>
  );
}

/** A number that a telephone rings when it is pressed. */
function Telephone({ number }: { number: string }) {
  const href = telHref(number);
  if (href === null) return <span className="telephone">{number}</span>;
  return (
    <a className="telephone" href={href}>
      {number}
    </a>
  );
}
