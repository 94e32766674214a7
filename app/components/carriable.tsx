import { counted, sentenceCase } from '#app/domain/words.ts';

type CarriableProps = {
  /** How many completions at another school would still count here. */
  n: number;
  /** "that you did at your other school". */
  which: string;
  href: string;
};

/** That something done at another school can be carried over; nothing where there is none. */
export function Carriable({ n, which, href }: CarriableProps) {
  if (n === 0) return null;
  return (
    <p className="govuk-body no-print">
      {sentenceCase(counted(n, 'thing', 'things'))} {which} would still count here.{' '}
      <a className="govuk-link" href={href}>
        Carry over
      </a>
    </p>
  );
}
