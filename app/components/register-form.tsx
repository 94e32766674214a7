import type { RegisterPerson, RegisterRow } from '#app/domain/sessions/register.ts';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { EvidenceInput } from './evidence-input.tsx';
import { errorsOf, type FieldErrors } from './field-errors.ts';
import { ErrorMessage } from './form-group.tsx';
import { Section } from './section.tsx';
import { Select } from './select.tsx';

type RegisterFormProps = {
  formKey: string;
  /** What the form began from: whoever saves later than somebody else is told. */
  began: string;
  rows: readonly RegisterRow[];
  notExpected: readonly RegisterPerson[];
  /** Who can be added. */
  others: readonly RegisterPerson[];
  /** What was ticked; where the form comes back, as it was sent. */
  ticked: { there: ReadonlySet<number>; minutes: ReadonlyMap<number, string> };
  /** Before its day nobody can have been there. */
  isToCome: boolean;
  isMopUp: boolean;
  /** For whom being there in part counts: "Prevent counts from 45 minutes." */
  inPart: string;
  waiting: Parameters<typeof EvidenceInput>[0]['waiting'];
  errors?: FieldErrors;
};

/** The register while it is open: every button keeps what is ticked, and does one thing beside. */
export function RegisterForm(props: RegisterFormProps) {
  const { formKey, began, rows, isToCome, errors, waiting } = props;
  return (
    <form method="post" encType="multipart/form-data" noValidate className="register">
      <FormKey value={formKey} />
      <input type="hidden" name="began" value={began} />
      <SaveOnEnter />
      {isToCome || rows.length === 0 ? null : <ForAll />}
      {rows.length > 0 ? <Rows {...props} /> : null}
      <NotExpected people={props.notExpected} />
      <Add others={props.others} errors={errors} />
      {isToCome ? null : (
        <>
          <Section title="The signed sheet">
            <EvidenceInput
              label="A photograph of it (if you have one)"
              waiting={waiting}
              errors={errors}
              isMultiple
            />
          </Section>
          <ButtonGroup>
            <Button name="step" value="finalise">
              Save and see what it records
            </Button>
            <Button name="step" value="save" kind="secondary">
              Save, and go on later
            </Button>
          </ButtonGroup>
        </>
      )}
    </form>
  );
}

/** The first button of a form is what the return key presses: it must not be one that ticks everybody. */
function SaveOnEnter() {
  return (
    <button
      className="govuk-visually-hidden"
      type="submit"
      name="step"
      value="save"
      tabIndex={-1}
      aria-hidden="true"
    >
      Save
    </button>
  );
}

function ForAll() {
  return (
    <ButtonGroup>
      <Button name="step" value="everybody-there" kind="secondary">
        Everybody was there
      </Button>
      <Button name="step" value="nobody-there" kind="secondary">
        Untick all
      </Button>
    </ButtonGroup>
  );
}

function Rows(props: RegisterFormProps) {
  const { rows, isToCome, inPart } = props;
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend">
        {isToCome ? 'Who is expected' : 'Tick who was there'}
      </legend>
      {isToCome ? null : (
        <p className="soft register__how">
          Where somebody was there only in part, say how many minutes. {inPart}
        </p>
      )}
      <ul className="register__rows">
        {rows.map((row) => (
          <Row key={row.id} row={row} {...props} />
        ))}
      </ul>
    </fieldset>
  );
}

function Row({ row, ticked, isToCome, isMopUp, errors }: RegisterFormProps & { row: RegisterRow }) {
  const { id, name, role, expected } = row;
  const isOff = isMopUp || expected === 'added';
  return (
    <li className="register__row">
      <input type="hidden" name="on" value={id} />
      {isToCome ? (
        <Who name={name} role={role} isAdded={expected === 'added'} />
      ) : (
        <>
          <div className="govuk-checkboxes govuk-checkboxes--small register__tick">
            <div className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                id={`there-${id}`}
                name="there"
                type="checkbox"
                value={id}
                defaultChecked={ticked.there.has(id)}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`there-${id}`}>
                <Who name={name} role={role} isAdded={expected === 'added'} />
              </label>
            </div>
          </div>
          <Minutes id={id} name={name} value={ticked.minutes.get(id)} errors={errors} />
        </>
      )}
      <button
        className="register__off"
        type="submit"
        name="step"
        value={`${isOff ? 'take-off' : 'not-expected'}.${id}`}
      >
        {isOff ? 'Take off' : 'Not expected'}
        <span className="govuk-visually-hidden">: {name}</span>
      </button>
    </li>
  );
}

function Who({ name, role, isAdded }: { name: string; role: string; isAdded: boolean }) {
  return (
    <span className="register__who">
      <span className="register__name">{name}</span>{' '}
      <span className="register__role">
        {role}
        {isAdded ? `${role ? ', ' : ''}added` : ''}
      </span>
    </span>
  );
}

type MinutesProps = { id: number; name: string; value?: string; errors?: FieldErrors };

function Minutes({ id, name, value, errors }: MinutesProps) {
  const field = `minutes.${id}`;
  const wrong = errorsOf(errors, field);
  return (
    <div className="register__minutes">
      <label className="govuk-visually-hidden" htmlFor={field}>
        Minutes that {name} was there, if only in part
      </label>
      <ErrorMessage id={field} errors={wrong} />
      <input
        className={`govuk-input govuk-input--width-3${wrong.length > 0 ? ' govuk-input--error' : ''}`}
        id={field}
        name={field}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        defaultValue={value}
        aria-invalid={wrong.length > 0 || undefined}
        aria-describedby={wrong.length > 0 ? `${field}-error` : undefined}
      />{' '}
      <span aria-hidden="true">min</span>
    </div>
  );
}

function NotExpected({ people }: { people: readonly RegisterPerson[] }) {
  if (people.length === 0) return null;
  return (
    <Section title="Not expected that day">
      <ul className="register__rows">
        {people.map(({ id, name, role }) => (
          <li className="register__row" key={id}>
            <Who name={name} role={role} isAdded={false} />
            <button className="register__off" type="submit" name="step" value={`expect.${id}`}>
              Expect after all
              <span className="govuk-visually-hidden">: {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Add({ others, errors }: { others: readonly RegisterPerson[]; errors?: FieldErrors }) {
  if (others.length === 0) return null;
  return (
    <Section title="Somebody else is there">
      <div className="register__add">
        <Select
          name="person"
          label="Name"
          options={others.map(({ id, name, role }) => ({
            value: String(id),
            label: role ? `${name}: ${role}` : name,
          }))}
          empty="Choose one"
          errors={errors}
        />
        <Button name="step" value="add" kind="secondary">
          Add to the register
        </Button>
      </div>
    </Section>
  );
}
