import { DateInput, typedDate } from './date-input.tsx';
import type { FieldErrors } from './field-errors.ts';
import type { TypedValues } from './typed-values.ts';

export type TriedLineShown = { key: string; who: string; sentence: string };

type FieldsProps = { values: TypedValues; errors?: FieldErrors };

/** A day of completion to try out on a rule, and the expiry printed on the certificate. */
export function TriedDayFields({ values, errors }: FieldsProps) {
  return (
    <div className="try">
      <DateInput
        name="tried"
        label="Completed on"
        value={typedDate(values, 'tried')}
        errors={errors}
      />
      <DateInput
        name="printed"
        label="Expiry printed on the certificate (optional)"
        value={typedDate(values, 'printed')}
        errors={errors}
      />
    </div>
  );
}

/** Until when it would count under each line, and why. */
export function TriedDayResult({ lines }: { lines: readonly TriedLineShown[] | null }) {
  if (lines === null) return null;
  return (
    <dl className="tried">
      {lines.map(({ key, who, sentence }) => (
        <div key={key}>
          <dt>{who}</dt>
          <dd>{sentence}</dd>
        </div>
      ))}
    </dl>
  );
}
