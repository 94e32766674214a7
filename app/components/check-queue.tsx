import { type Day, inWords } from '#app/domain/days.ts';
import { EVIDENCE_LABELS } from '#app/domain/labels.ts';
import type { EvidenceKind } from '#app/domain/types.ts';

/** One of those that wait, as the list shows it. */
export type WaitingShown = {
  completionId: number;
  name: string;
  requirement: string;
  evidence: EvidenceKind;
  completedOn: Day;
  handedInOn: Day;
  /** "for 3 school days". */
  wait: string;
  /** Who is meant to look; null where that is the reader alone, as usual. */
  checkers: string | null;
  /** Why it does not rest with the lead alone; null where it does. */
  widened: string | null;
  isOwn: boolean;
};

type CheckQueueProps = { title: string; lead?: string; waiting: readonly WaitingShown[] };

/** What waits for a check, the longest waiting first. */
export function CheckQueue({ title, lead, waiting }: CheckQueueProps) {
  if (waiting.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">
        {title} <span className="part__count">{waiting.length}</span>
      </h2>
      {lead ? <p className="govuk-body">{lead}</p> : null}
      <ol className="queue">
        {waiting.map((one) => (
          <li className="queue__row" key={one.completionId}>
            <QueueRow waiting={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function QueueRow({ waiting }: { waiting: WaitingShown }) {
  const { completionId, name, requirement, evidence, completedOn, handedInOn, wait } = waiting;
  return (
    <>
      <div className="queue__what">
        <h3 className="queue__name">
          {waiting.isOwn ? (
            name
          ) : (
            <a className="govuk-link" href={`/dsl/checks/${completionId}`}>
              {name}
              <span className="govuk-visually-hidden"> for {requirement}</span>
            </a>
          )}
        </h3>
        <p className="queue__text">
          {requirement}. {EVIDENCE_LABELS[evidence]} of {inWords(completedOn)}, handed in on{' '}
          {inWords(handedInOn)}.
        </p>
        {waiting.widened ? <p className="queue__mark">{waiting.widened}</p> : null}
        {waiting.checkers ? (
          <p className="queue__text">
            {waiting.isOwn ? 'Your own. ' : ''}To look at it: {waiting.checkers}.
          </p>
        ) : null}
      </div>
      <p className="queue__wait">{wait}</p>
    </>
  );
}
