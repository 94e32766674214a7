import type { ReactNode } from 'react';
import { inWords } from '#app/domain/days.ts';
import { type Leads, oneOf } from '#app/domain/leads.ts';
import { telHref } from '#app/domain/offer/links.ts';
import type { FrontDoor } from '#app/domain/offer/section.ts';

type FirstHelpProps = {
  /** Those in post today and not away. */
  leads: Leads;
  frontDoor: FrontDoor | null;
};

/**
 * The three things that must be found in two seconds: 999, whom to tell, the front door. Each is one
 * sentence, in which what to do stands out; on a telephone all three are seen without scrolling.
 */
export function FirstHelp({ leads, frontDoor }: FirstHelpProps) {
  return (
    <ol className="first" aria-label="Whom to tell">
      <li className="first__item first__item--danger">
        <p>
          <When>A child is in immediate danger:</When>{' '}
          <Do>
            ring <Telephone number="999" />
          </Do>{' '}
          <More>Then tell the DSL.</More>
        </p>
      </li>
      <li className="first__item">
        <p>
          <When>You are worried about a child:</When> <Lead {...leads} />
        </p>
      </li>
      <li className="first__item">
        <Door door={frontDoor} />
      </li>
    </ol>
  );
}

function Lead({ leads, deputies }: Leads) {
  if (leads.length === 0 && deputies.length === 0) {
    return (
      <>
        <Do>tell the headteacher</Do> <More>No lead is in school today.</More>
      </>
    );
  }
  if (leads.length === 0) {
    return (
      <>
        <Do>tell {oneOf(deputies)}</Do>{' '}
        <More>Deputy designated safeguarding lead. The lead (DSL) is not in school today.</More>
      </>
    );
  }
  return (
    <>
      <Do>tell {oneOf(leads)}</Do>{' '}
      <More>
        Designated safeguarding lead (DSL)
        {deputies.length > 0 ? (
          <>
            , or a deputy: <strong>{oneOf(deputies)}</strong>
          </>
        ) : null}
      </More>
    </>
  );
}

function Door({ door }: { door: FrontDoor | null }) {
  if (door === null) {
    return (
      <p>
        <When>No lead can be found:</When> <Do>ring the local authority’s front door</Do>{' '}
        <More>
          Its number is not entered here yet: the council’s website has it, under children’s
          services. In danger ring 999.
        </More>
      </p>
    );
  }
  const { name, telephone, outOfHours, hours, checkedOn } = door;
  return (
    <p>
      <When>No lead can be found:</When>{' '}
      <Do>
        ring {name}, <Telephone number={telephone} />
      </Do>{' '}
      <More>
        {hours ? `${hours}. ` : null}
        {outOfHours ? (
          <>
            Out of hours <Telephone number={outOfHours} />.{' '}
          </>
        ) : null}
        Checked on {inWords(checkedOn)}.
      </More>
    </p>
  );
}

function When({ children }: { children: ReactNode }) {
  return <span className="first__when">{children}</span>;
}

function Do({ children }: { children: ReactNode }) {
  return <strong className="first__do">{children}</strong>;
}

function More({ children }: { children: ReactNode }) {
  return <span className="first__more">{children}</span>;
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
