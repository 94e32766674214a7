import { errorsOf } from './field-errors.ts';
import { type FieldProps, FieldSet } from './form-group.tsx';

const PARTS = [
  { key: 'day', label: 'Day', width: 2 },
  { key: 'month', label: 'Month', width: 2 },
  { key: 'year', label: 'Year', width: 4 },
] as const;

type DateValue = { day?: string; month?: string; year?: string };

/**
 * A day as three fields, `name-day`, `name-month`, `name-year`. The first has the date's own name
 * as its id. The month may be typed as a word, so it asks for no number pad of its own.
 */
export function DateInput({ value = {}, ...field }: FieldProps & { value?: DateValue }) {
  const { name, errors, id = name } = field;
  return (
    <FieldSet {...field}>
      <div className="govuk-date-input">
        {PARTS.map(({ key, label, width }) => (
          <div className="govuk-date-input__item" key={key}>
            <div className="govuk-form-group">
              <label
                className="govuk-label govuk-date-input__label"
                htmlFor={key === 'day' ? id : `${id}-${key}`}
              >
                {label}
              </label>
              <input
                className={partClass(width, isPartWrong(errors, name, key))}
                id={key === 'day' ? id : `${id}-${key}`}
                name={`${name}-${key}`}
                type="text"
                inputMode={key === 'month' ? 'text' : 'numeric'}
                maxLength={20}
                autoComplete="off"
                defaultValue={value[key]}
                aria-invalid={isPartWrong(errors, name, key) || undefined}
              />
            </div>
          </div>
        ))}
      </div>
    </FieldSet>
  );
}

/** What was typed into the three fields, for giving back. */
export function typedDate(
  values: Record<string, string | string[] | undefined> | undefined,
  name: string,
): DateValue {
  const typed = (part: string) => {
    const value = values?.[`${name}-${part}`];
    return typeof value === 'string' ? value : undefined;
  };
  return { day: typed('day'), month: typed('month'), year: typed('year') };
}

/** A known day as the three fields show it. */
export function dateFields(day: string | null | undefined): DateValue {
  if (!day) return {};
  const [year, month, dayOfMonth] = day.split('-');
  return { day: String(Number(dayOfMonth)), month: String(Number(month)), year };
}

/** One part is marked where the message is about it, all three where it is about the whole day. */
function isPartWrong(errors: FieldProps['errors'], name: string, part: string): boolean {
  return errorsOf(errors, name).some(({ field }) => field === name || field === `${name}-${part}`);
}

function partClass(width: number, isWrong: boolean): string {
  const error = isWrong ? ' govuk-input--error' : '';
  return `govuk-input govuk-date-input__input govuk-input--width-${width}${error}`;
}
