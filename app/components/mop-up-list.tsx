import type { ReactNode } from 'react';
import type { MopUpGroup } from '#app/domain/sessions/mop-up.ts';
import type { MissedShown } from '#app/domain/sessions/mop-up-shown.ts';
import { GROUP_TITLES } from '#app/domain/sessions/mop-up-words.ts';
import { withStop } from '#app/domain/words.ts';
import { Button } from './button.tsx';
import { Section } from './section.tsx';

export type MissedGroup = { group: MopUpGroup; people: readonly MissedShown[] };

type ListProps = {
  /** The page of the list. */
  home: string;
  groups: readonly MissedGroup[];
  mayDecide: boolean;
};

/** Headings under which somebody can still be decided for, several at once. */
const TO_DECIDE: readonly MopUpGroup[] = ['nothing-arranged', 'arranged', 'away', 'offered'];

/** Those who missed a session under their headings; those to decide for can be ticked. */
export function MopUpList({ home, groups, mayDecide }: ListProps) {
  const open = groups.filter(({ group }) => TO_DECIDE.includes(group));
  const settled = groups.filter(({ group }) => !TO_DECIDE.includes(group));
  const people = open.reduce((sum, one) => sum + one.people.length, 0);
  return (
    <>
      {mayDecide && people > 0 ? (
        <form method="get" action={`${home}/decide`}>
          <Groups home={home} groups={open} mayDecide mayTick={people > 1} />
          {people > 1 ? <Button kind="secondary">Decide for those who are ticked</Button> : null}
        </form>
      ) : (
        <Groups home={home} groups={open} mayDecide={false} />
      )}
      <Groups home={home} groups={settled} mayDecide={mayDecide} />
    </>
  );
}

function Groups({ groups, ...props }: ListProps & { mayTick?: boolean }) {
  return groups.map(({ group, people }) => (
    <Section title={`${GROUP_TITLES[group]}: ${people.length}`} key={group}>
      {LEADS[group] ? <p className="missed__lead">{LEADS[group]}</p> : null}
      <ul className="missed">
        {people.map((one) => (
          <li className="missed__row" key={one.id}>
            <MissedRow {...props} group={group} one={one} />
          </li>
        ))}
      </ul>
    </Section>
  ));
}

const LEADS: Partial<Record<MopUpGroup, ReactNode>> = {
  offered: 'They were not here when it was given. Nothing has to be arranged, but it can be.',
  away: 'Nobody is asked while away. Something can be arranged for the day they are back.',
};

type RowProps = Omit<ListProps, 'groups'> & {
  mayTick?: boolean;
  group: MopUpGroup;
  one: MissedShown;
};

function MissedRow({ home, mayDecide, mayTick, group, one }: RowProps) {
  return (
    <>
      <div className="missed__who">
        {mayTick ? <Tick one={one} /> : <h3 className="missed__name">{one.name}</h3>}
        <p className="missed__says">
          {one.missing ? `${one.missing}. ` : ''}
          {one.says ? withStop(one.says) : ''}
        </p>
      </div>
      <p className="missed__actions no-print">
        {mayDecide && one.isOneToOne ? (
          <a href={`${home}/done/${one.id}`}>
            Done<Hidden> with {one.name}</Hidden>
          </a>
        ) : null}
        {mayDecide && group !== 'done' ? (
          <a href={`${home}/decide?people=${one.id}`}>
            {one.says && group !== 'nothing-arranged' ? 'Change' : 'Decide'}
            <Hidden> what becomes of {one.name}</Hidden>
          </a>
        ) : null}
        <a href={`/dsl/people/${one.id}`}>
          Record<Hidden> of {one.name}</Hidden>
        </a>
      </p>
    </>
  );
}

/** The name is the label of the box, so that it is as large as the name. */
function Tick({ one: { id, name } }: { one: MissedShown }) {
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small missed__tick">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id={`person-${id}`}
          name="people"
          type="checkbox"
          value={id}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={`person-${id}`}>
          {name}
        </label>
      </div>
    </div>
  );
}

function Hidden({ children }: { children: ReactNode }) {
  return <span className="govuk-visually-hidden">{children}</span>;
}
