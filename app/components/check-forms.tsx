import { ASKED_WORDS, type AskedField } from '#app/domain/evidence/asked.ts';
import { RETURN_REASON_LABELS, RETURN_REASONS } from '#app/domain/evidence/returns.ts';
import { listed } from '#app/domain/words.ts';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { CertificateFields } from './certificate-fields.tsx';
import { Radios } from './choices.tsx';
import type { GivenBack } from './given-back.ts';
import { Textarea } from './text-input.tsx';

/** What each of the three keys does is said under the forms. */
export const CHECK_KEYS = { accept: 'a', return: 'r', next: 'n' };

type AcceptFormProps = {
  formKey: string;
  form: GivenBack;
  /** Asked for, and not typed. */
  missing: readonly AskedField[];
  /** What accepting makes valid until when, one sentence for each requirement. */
  effects: readonly { name: string; sentence: string; changes: boolean }[];
};

/** Accepts what was handed in, with what it makes valid until when before anybody presses. */
export function AcceptForm({ formKey, form, missing, effects }: AcceptFormProps) {
  return (
    <form method="post" className="decide" id="decision" noValidate>
      <FormKey value={formKey} />
      <h2 className="decide__title">If you accept it</h2>
      <ul className="decide__effects">
        {effects.map(({ name, sentence, changes }) => (
          <li key={name}>
            <strong>{name}.</strong> {sentence}
            {changes ? null : ' Something else reaches further already.'}
          </li>
        ))}
      </ul>
      {missing.length > 0 ? (
        <>
          <p className="govuk-body">
            The requirement asks for {listed(missing.map((one) => ASKED_WORDS[one]))}, which was not
            typed. Read it off, or return it.
          </p>
          <CertificateFields fields={missing} asksFor={missing} form={form} />
        </>
      ) : null}
      <ButtonGroup>
        <Button name="decision" value="accept" accessKey={CHECK_KEYS.accept}>
          Accept
        </Button>
      </ButtonGroup>
    </form>
  );
}

/** Returns it, with a reason that the person reads. */
export function ReturnForm({ formKey, form, name }: ReturnFormProps) {
  return (
    <form method="post" className="decide no-print" noValidate>
      <FormKey value={formKey} />
      <h2 className="decide__title">If something is wrong with it</h2>
      <Radios
        name="returnedFor"
        label="Why you are returning it"
        choices={RETURN_REASONS.map((value) => ({ value, label: RETURN_REASON_LABELS[value] }))}
        layout="small"
        value={form.value('returnedFor')}
        errors={form.errors}
      />
      <Textarea
        name="note"
        label="Note (optional)"
        hint={`${name} reads the reason and this note. Never anything about a child.`}
        rows={2}
        maxLength={500}
        value={form.value('note')}
        errors={form.errors}
      />
      <ButtonGroup>
        <Button kind="secondary" name="decision" value="return" accessKey={CHECK_KEYS.return}>
          Return
        </Button>
      </ButtonGroup>
    </form>
  );
}

type ReturnFormProps = { formKey: string; form: GivenBack; name: string };

type CheckFootProps = { nextHref: string | null; hasForms: boolean };

/** The next one, and the keys. */
export function CheckFoot({ nextHref, hasForms }: CheckFootProps) {
  return (
    <div className="decide__foot no-print">
      {nextHref ? (
        <p className="govuk-body">
          {/* biome-ignore lint/a11y/noAccessKey: said on the page, for whoever looks at many. */}
          <a className="govuk-link" href={nextHref} accessKey={CHECK_KEYS.next}>
            {hasForms ? 'Leave it for now: the next one' : 'The next one'}
          </a>
        </p>
      ) : null}
      {hasForms ? (
        <p className="decide__keys">
          Keys: <kbd>A</kbd> accepts, <kbd>R</kbd> returns
          {nextHref ? (
            <>
              , <kbd>N</kbd> leads to the next one
            </>
          ) : null}
          , each with Alt (in Firefox Alt and Shift, on a Mac Control and Option).
        </p>
      ) : null}
    </div>
  );
}
