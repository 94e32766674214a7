import type { ReactNode } from 'react';
import { type Day, inWords } from '#app/domain/days.ts';
import type { LineWords } from '#app/domain/rule-words.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Checkbox } from './choices.tsx';
import { Details, InsetText } from './content.tsx';
import type { FieldErrors } from './field-errors.ts';
import { RuleLines } from './requirement-rules.tsx';
import { TriedDayFields, TriedDayResult, type TriedLineShown } from './tried-day.tsx';
import { listOf, type TypedValues } from './typed-values.ts';

/** What a change does, with the names of those to whom it does it. */
export type ChangeShown = {
  what: string;
  lines: LineWords[];
  earlier: string | null;
  lost: LineWords[];
  on: Day;
  added: string[];
  dropped: string[];
  becomeOverdue: string[];
  noLongerOverdue: string[];
  haveUntil: { dueOn: Day; names: string[] }[];
};

type PreviewProps = {
  path: string;
  formKey: string;
  /** The fields of the form, which travel with this page unseen. */
  values: TypedValues;
  errors?: FieldErrors;
  name: string;
  change: ChangeShown;
  tried: TriedLineShown[] | null;
  today: Day;
};

/** The last look before saving: what the rules become, whom it concerns, and a day to try out. */
export function RequirementPreview(props: PreviewProps) {
  const { path, formKey, values, errors, name, change, tried, today } = props;
  return (
    <form method="post" action={path} noValidate>
      <FormKey value={formKey} />
      <HiddenFields values={values} except={/^(tried|printed)-/} />
      <p className="govuk-body">{change.what}</p>
      {change.earlier ? <p className="govuk-body">{change.earlier}</p> : null}
      <LostAsks lines={change.lost} />
      <h2>{name}, as it will stand</h2>
      <RuleLines lines={change.lines} />
      <ChangedLots change={change} today={today} />
      <section className="card" id="try">
        <h2 className="card__title">Try a day</h2>
        <p className="govuk-body">
          Type a day on which somebody might complete it, and see until when it counts and why.
        </p>
        <TriedDayFields values={values} errors={errors} />
        <Button kind="secondary" name="step" value="try-a-day" formAction={`${path}#try`}>
          Try this day
        </Button>
        <TriedDayResult lines={tried} />
      </section>
      <Agreement change={change} errors={errors} />
      <ButtonGroup>
        <Button name="step" value="save">
          Save
        </Button>
        <Button kind="secondary" name="step" value="edit">
          Go back and change it
        </Button>
      </ButtonGroup>
    </form>
  );
}

/** Whom a change adds, drops, makes overdue, or gives something to do. */
function ChangedLots({ change, today }: { change: ChangeShown; today: Day }) {
  const { on, added, dropped, becomeOverdue, noLongerOverdue, haveUntil } = change;
  const isQuiet = added.length + dropped.length + becomeOverdue.length === 0;
  const people = (names: string[]) => sentenceCase(counted(names.length, 'person', 'people'));
  return (
    <>
      <h2>{on > today ? `Whom it concerns on ${inWords(on)}` : 'Whom it concerns today'}</h2>
      {isQuiet ? (
        <p className="govuk-body">Nobody is added or dropped, and nobody becomes overdue by it.</p>
      ) : null}
      <ul className="lots">
        <Lot names={becomeOverdue} isGrave>
          {people(becomeOverdue)} {becomeOverdue.length === 1 ? 'becomes' : 'become'} overdue
        </Lot>
        {haveUntil.map(({ dueOn, names }) => (
          <Lot names={names} key={dueOn}>
            {people(names)} {names.length === 1 ? 'has' : 'have'} until {inWords(dueOn)} to do it
          </Lot>
        ))}
        <Lot names={added}>{people(added)} added: it is asked of them from now on</Lot>
        <Lot names={dropped}>{people(dropped)} dropped: it is no longer asked of them</Lot>
        <Lot names={noLongerOverdue}>{people(noLongerOverdue)} no longer overdue</Lot>
      </ul>
    </>
  );
}

/** So many names are read at a glance; more are behind one press. */
const SHORT_LIST = 6;

/** So many people, in words, with their names. */
export function Lot(props: { names: string[]; isGrave?: boolean; children: ReactNode }) {
  const { names, isGrave, children } = props;
  if (names.length === 0) return null;
  return (
    <li className={isGrave ? 'lots__lot lots__lot--grave' : 'lots__lot'}>
      <p className="lots__what">{children}</p>
      {names.length <= SHORT_LIST ? (
        <p className="lots__names">{names.join(', ')}</p>
      ) : (
        <Details summary={`Their ${names.length} names`} isOpen={isGrave}>
          {names.join(', ')}
        </Details>
      )}
    </li>
  );
}

function LostAsks({ lines }: { lines: LineWords[] }) {
  if (lines.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>The change takes off or alters what law or guidance asks.</strong> It stays asked of
        the school, whatever stands here:
      </p>
      <RuleLines lines={lines} />
    </InsetText>
  );
}

function Agreement({ change, errors }: { change: ChangeShown; errors?: FieldErrors }) {
  const { length } = change.becomeOverdue;
  if (length === 0) return null;
  const people = counted(length, 'person becomes', 'people become');
  return (
    <Checkbox
      name="overdueAgreed"
      value={String(length)}
      label={`I have seen that ${people} overdue by this`}
      errors={errors}
    />
  );
}

/** What was typed, to travel with a preview unseen. */
export function HiddenFields({ values, except }: { values: TypedValues; except: RegExp }) {
  const names = Object.keys(values).filter((name) => !except.test(name));
  return names.flatMap((name) =>
    listOf(values, name).map((value) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    )),
  );
}
