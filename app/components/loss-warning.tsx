import { type Day, inWords } from '#app/domain/days.ts';
import { counted } from '#app/domain/words.ts';
import { Notification } from './content.tsx';

type Loss = {
  name: string;
  daysLost: number;
  windowOpensOn: Day;
  validTo: Day;
  validToIfKept: Day;
};

/** Said before a renewal is recorded that comes too early to keep its anniversary. */
export function LossWarning({ losses }: { losses: readonly Loss[] }) {
  if (losses.length === 0) return null;
  return (
    <Notification kind="important">
      {losses.map(({ name, daysLost, windowOpensOn, validTo, validToIfKept }) => (
        <p className="govuk-body" key={name}>
          For {name} this loses {counted(daysLost, 'day', 'days')}: it counts to {inWords(validTo)}.
          Renewed on or after {inWords(windowOpensOn)} it would have counted to{' '}
          {inWords(validToIfKept)}.
        </p>
      ))}
      <p className="govuk-body">If the day is right, record it all the same.</p>
    </Notification>
  );
}
