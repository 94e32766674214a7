import type { Shell } from './shell.ts';

/** Demo only: what day it is, and the way to another. Works without a script. */
export function Travel({ today, path }: { today: Shell['today']; path: string }) {
  return (
    <section className="travel" aria-label="Demo">
      <div className="govuk-width-container travel__row">
        <details className="travel__details">
          <summary className="travel__summary">
            <span>
              <strong>Demo.</strong> Today is {today.words}.
            </span>{' '}
            <span className="travel__offer">Travel to another day</span>
          </summary>
          <TravelForm today={today} path={path} />
        </details>
      </div>
    </section>
  );
}

function TravelForm({ today, path }: { today: Shell['today']; path: string }) {
  const [year, month, day] = today.iso.split('-');
  return (
    <form className="travel__form" method="post" action="/travel">
      <input type="hidden" name="back" value={path} />
      <TravelField name="day" label="Day" value={String(Number(day))} width={2} />
      <TravelField name="month" label="Month" value={String(Number(month))} width={2} />
      <TravelField name="year" label="Year" value={year ?? ''} width={4} />
      <button className="govuk-button button--small" type="submit">
        Travel
      </button>
    </form>
  );
}

type TravelFieldProps = { name: string; label: string; value: string; width: 2 | 4 };

function TravelField({ name, label, value, width }: TravelFieldProps) {
  return (
    <div className="travel__field">
      <label className="govuk-label" htmlFor={`travel-${name}`}>
        {label}
      </label>
      <input
        className={`govuk-input govuk-input--width-${width}`}
        id={`travel-${name}`}
        name={name}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        defaultValue={value}
      />
    </div>
  );
}
