import type { Day } from '#app/domain/days.ts';
import { daysInWords } from '#app/domain/person-words.ts';
import { Days } from './person-days.tsx';

type PersonDecisionsProps = {
  /** The person's page. */
  home: string;
  today: Day;
  exemptions: readonly {
    id: number;
    requirementName: string;
    from: Day;
    to: Day;
    reason: string;
  }[];
  absences: readonly { id: number; from: Day; to: Day | null }[];
  mayDecide: boolean;
};

/** From what somebody is exempt and when they are away, those that are over among them. */
export function PersonDecisions(props: PersonDecisionsProps) {
  const { home, today, exemptions, absences, mayDecide } = props;
  const linkTo = (href: string) => (mayDecide ? href : null);
  const over = (to: Day | null) => (to !== null && to < today ? ' (over)' : '');
  return (
    <>
      <Days
        title="Exemptions"
        links={mayDecide ? [{ href: `${home}/exempt`, label: 'Exempt from a requirement' }] : []}
        none="None."
        rows={exemptions.map(({ id, requirementName, from, to, reason }) => ({
          id,
          key: requirementName,
          value: (
            <>
              {daysInWords({ from, to }, today)}
              {over(to)}
              <span className="small-note">{reason}</span>
            </>
          ),
          href: linkTo(`${home}/exempt?change=${id}`),
        }))}
      />
      <Days
        title="Long absences"
        links={mayDecide ? [{ href: `${home}/absence`, label: 'Enter a long absence' }] : []}
        none="None."
        rows={absences.map(({ id, from, to }) => ({
          id,
          key: 'Away',
          value: `${daysInWords({ from, to }, today)}${to === null ? ', no last day known' : over(to)}`,
          href: linkTo(`${home}/absence?change=${id}`),
        }))}
      />
    </>
  );
}
