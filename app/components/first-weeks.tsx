import type { ReactNode } from 'react';
import type { StepShown, TickAct } from '#app/domain/induction-list/shown.ts';
import { Button, FormKey } from './button.tsx';
import { MARK_SHAPES, Shape, STATUS_SHAPES } from './shapes.tsx';

export type WeekStep = StepShown & {
  /** A key for each press, so that going back and pressing another is not the same form. */
  formKey: string;
};

type FirstWeeksProps<Step extends WeekStep> = {
  steps: readonly Step[];
  /** What a button says; `words` are the step's own. */
  labelOf: (act: TickAct) => ReactNode;
  /** Where a step leads that is not done. */
  linkOf: (step: Step) => { href: string; label: string } | null;
};

/** First weeks as one list, in order of due day: one press for each tick. */
export function FirstWeeksList<Step extends WeekStep>(props: FirstWeeksProps<Step>) {
  const { steps, labelOf, linkOf } = props;
  return (
    <ol className="weeks" id="step" tabIndex={-1}>
      {steps.map((step) => (
        <li
          className={`weeks__step weeks__step--${step.state}`}
          id={`step-${step.id}`}
          key={step.id}
        >
          <div className="weeks__what">
            <h2 className="weeks__words">{step.words}</h2>
            <p className="weeks__state">
              <StepTag state={step.state} />
            </p>
            <p className="weeks__sentence">{step.sentence}</p>
          </div>
          <div className="weeks__acts no-print">
            {step.acts.map((act) => (
              <TickButton step={step} act={act} key={act.side}>
                {labelOf(act)}
              </TickButton>
            ))}
            <Elsewhere words={step.words} link={step.state === 'done' ? null : linkOf(step)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function TickButton(props: { step: WeekStep; act: TickAct; children: ReactNode }) {
  const { step, act, children } = props;
  return (
    <form method="post">
      <FormKey value={step.formKey} />
      <input type="hidden" name="step" value={step.id} />
      <input type="hidden" name="side" value={act.side} />
      <Button
        name="act"
        value={act.isDone ? 'tick' : 'take-back'}
        kind={act.isDone ? 'primary' : 'secondary'}
        isSmall
      >
        {children}
        <span className="govuk-visually-hidden">: {step.words}</span>
      </Button>
    </form>
  );
}

type ElsewhereProps = { words: string; link: { href: string; label: string } | null };

function Elsewhere({ words, link }: ElsewhereProps) {
  if (link === null) return null;
  return (
    <a className="govuk-link" href={link.href}>
      {link.label}
      <span className="govuk-visually-hidden">: {words}</span>
    </a>
  );
}

const TAGS = {
  done: { words: 'Done', look: 'in-date', shape: STATUS_SHAPES['in-date'] },
  half: { words: 'Half ticked', look: 'due-soon', shape: MARK_SHAPES['awaiting-check'] },
  open: { words: 'To do', look: 'not-yet-due', shape: STATUS_SHAPES['not-yet-due'] },
  late: { words: 'Late', look: 'overdue', shape: STATUS_SHAPES.overdue },
  away: { words: 'Away', look: 'away', shape: STATUS_SHAPES.away },
} as const;

/** How a step stands: word, shape and colour. */
export function StepTag({ state }: { state: StepShown['state'] }) {
  const { words, look, shape } = TAGS[state];
  return (
    <span className={`status status--${look}`}>
      <Shape path={shape} />
      <span className="status__word">{words}</span>
    </span>
  );
}

/** A small bar with a part for each step; the words beside it say the same. */
export function WeeksBar({ states }: { states: readonly StepShown['state'][] }) {
  const order = ['done', 'half', 'open', 'away', 'late'] as const;
  const sorted = states.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <span className="weeks-bar" aria-hidden="true">
      {sorted.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a drawing, with no name of their own
        <span className={`weeks-bar__part weeks-bar__part--${state}`} key={index} />
      ))}
    </span>
  );
}

export type SheetStep = Pick<StepShown, 'id' | 'words' | 'sentence' | 'state' | 'requirementId'> & {
  /** "by the end of the first day". */
  within: string;
  /** Who answers for it. */
  label: string;
  /** The days on which each side ticked; null: not yet. */
  starterOn: string | null;
  responsibleOn: string | null;
};

type SheetProps = { name: string; began: string; school: string; steps: readonly SheetStep[] };

/** The list on paper, with places for both signatures. */
export function WeeksSheet({ name, began, school, steps }: SheetProps) {
  return (
    <article className="weeks-sheet">
      <p className="weeks-sheet__school">{school}</p>
      <h2 className="weeks-sheet__name">First weeks of {name}</h2>
      <p>
        Began on {began}. Each line is signed by whoever starts and by whoever answers for it, with
        the day. Where training decides, nobody signs: it is entered with the training.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key */}
      <section className="weeks-sheet__scroll" aria-label="The list" tabIndex={0}>
        <table className="weeks-sheet__table">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">By when</th>
              <th scope="col">{name}, day</th>
              <th scope="col">Whoever answers for it, day</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <SheetRow step={step} key={step.id} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="weeks-sheet__foot">
        Hand the sheet to the designated safeguarding lead, who enters it.
      </p>
    </article>
  );
}

function SheetRow({ step }: { step: SheetStep }) {
  const { words, within, label, sentence, state, requirementId, starterOn, responsibleOn } = step;
  const isSigned = requirementId === null && state !== 'done';
  return (
    <tr>
      <th scope="row">{words}</th>
      <td>{within}</td>
      {isSigned ? (
        <>
          <td className="weeks-sheet__place">{starterOn}</td>
          <td className="weeks-sheet__place">
            <span className="weeks-sheet__label">{label}</span> {responsibleOn}
          </td>
        </>
      ) : (
        <td colSpan={2}>{sentence}</td>
      )}
    </tr>
  );
}
