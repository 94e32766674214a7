import type { QuestionState } from '#app/domain/quiz/question-state.ts';
import { Button, ButtonGroup, ButtonLink, FormKey } from './button.tsx';
import type { FieldErrors } from './field-errors.ts';
import { errorsOf } from './field-errors.ts';
import { TextInput } from './text-input.tsx';

type Seen = { revisionId: number; sectionWords: string | null };

type QuestionActsProps = {
  id: number;
  state: QuestionState;
  /** The topic of the section that it rests on. */
  section: string;
  isShared: boolean;
  /** What is on the page: an act that was meant for other words is refused. */
  seen: Seen;
  formKeys: { confirm: string; aside: string; own: string };
  errors?: FieldErrors;
  typedWhy?: string | string[];
};

/** What can be done about a question of the bank. */
export function QuestionActs(props: QuestionActsProps) {
  const { id, state, section, isShared, seen, formKeys } = props;
  const isInUse = state === 'in-use';
  return (
    <div className="acts no-print" id="act">
      <ButtonGroup>
        {isInUse ? null : (
          <form method="post" action={`/dsl/questions/${id}`}>
            <SeenFields act="confirm" formKey={formKeys.confirm} seen={seen} />
            <Button>
              {state === 'check-me' ? 'Confirm: it still fits the section' : 'Use it again'}
            </Button>
          </form>
        )}
        {isShared ? null : (
          <ButtonLink href={`/dsl/questions/${id}/change`} kind={isInUse ? 'primary' : 'secondary'}>
            Change it
          </ButtonLink>
        )}
        {isShared && state !== 'set-aside' ? (
          <form method="post" action={`/dsl/questions/${id}`}>
            <SeenFields act="make-own" formKey={formKeys.own} seen={seen} />
            <Button kind="secondary">Make it our own</Button>
          </form>
        ) : null}
      </ButtonGroup>
      {state === 'check-me' ? (
        <p className="govuk-body">
          <a href={`/dsl/questions/check/${section}`}>
            See what changed, with every question to check on this section
          </a>
        </p>
      ) : null}
      {isShared && state !== 'set-aside' ? (
        <p className="govuk-body soft">
          A shared question is the same in every school of the trust. Made your own, it is copied so
          that you can change it, and the shared one is set aside here.
        </p>
      ) : null}
      {state === 'set-aside' ? null : <SetAside {...props} />}
    </div>
  );
}

function SetAside({ id, formKeys, errors, typedWhy }: QuestionActsProps) {
  const isOpen = errorsOf(errors, 'why').length > 0;
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Set it aside</span>
      </summary>
      <form
        className="govuk-details__text"
        method="post"
        action={`/dsl/questions/${id}`}
        noValidate
      >
        <FormKey value={formKeys.aside} />
        <input type="hidden" name="act" value="set-aside" />
        <TextInput
          name="why"
          label="Why"
          hint="It is not asked any more until somebody takes it back. Attempts that had it keep it."
          value={[typedWhy].flat()[0]}
          errors={errors}
        />
        <Button kind="secondary">Set it aside</Button>
      </form>
    </details>
  );
}

type SeenFieldsProps = { act: string; formKey: string; seen: Seen };

function SeenFields({ act, formKey, seen }: SeenFieldsProps) {
  return (
    <>
      <FormKey value={formKey} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="revision" value={seen.revisionId} />
      <input type="hidden" name="words" value={seen.sectionWords ?? ''} />
    </>
  );
}
