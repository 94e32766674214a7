import { ASKED_FIELDS, type AskedField } from '#app/domain/evidence/asked.ts';
import type { WaitingFile } from '#app/domain/evidence/shown.ts';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { CertificateFields } from './certificate-fields.tsx';
import { Checkbox } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import { EvidenceInput } from './evidence-input.tsx';
import type { GivenBack } from './given-back.ts';
import { type Option, Select } from './select.tsx';
import { Textarea } from './text-input.tsx';

type HandInFormProps = {
  formKey: string;
  form: GivenBack;
  /** The one it is about; null: it is chosen here. */
  requirement: { id: number; asksFor: readonly AskedField[] } | null;
  requirements: readonly Option[];
  waiting: readonly WaitingFile[];
  /** Whoever sends it has read what there is to know before. */
  hasWarnings: boolean;
};

/** Hands in what somebody did: the certificate first, since that is what they hold in their hand. */
export function HandInForm(props: HandInFormProps) {
  const { formKey, form, requirement, requirements, waiting, hasWarnings } = props;
  const { errors, value, date, isTicked } = form;
  const asksFor = requirement?.asksFor ?? [];
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <FormKey value={formKey} />
      {hasWarnings ? <input type="hidden" name="seen" value="yes" /> : null}
      {requirement ? (
        <input type="hidden" name="requirement" value={requirement.id} />
      ) : (
        <Select
          name="requirement"
          label="What have you done?"
          options={requirements}
          value={value('requirement')}
          empty="Choose one"
          errors={errors}
        />
      )}
      <EvidenceInput
        label="The certificate"
        hint="Photograph it or choose a file; both sides if both say something."
        waiting={waiting}
        errors={errors}
        isMultiple
      />
      <Checkbox
        name="noCertificate"
        label="I have no certificate"
        hint="Say in the note what you did. A picture helps all the same, if you have one."
        isChecked={isTicked('noCertificate')}
        errors={errors}
      />
      <DateInput
        name="completedOn"
        label="Day it was completed"
        hint={
          <>
            As it stands on the certificate. Not done yet? <BookInstead requirement={requirement} />
          </>
        }
        value={date('completedOn')}
        errors={errors}
      />
      <CertificateFields fields={shownFields(asksFor, form)} asksFor={asksFor} form={form} />
      <DateInput
        name="printedExpiryOn"
        label="Expiry printed on it (optional)"
        hint="Only where the certificate itself names a day"
        value={date('printedExpiryOn')}
        errors={errors}
      />
      <Textarea
        name="note"
        label="Note (optional)"
        hint="For whoever looks at it. Never anything about a child."
        rows={2}
        maxLength={1000}
        value={value('note')}
        errors={errors}
      />
      <ButtonGroup>
        <Button>{hasWarnings ? 'Hand it in all the same' : 'Hand it in'}</Button>
        <a className="govuk-link" href="/my">
          Cancel
        </a>
      </ButtonGroup>
    </form>
  );
}

/** Provider and number always; level and days where they are asked for, or were typed before. */
function shownFields(asksFor: readonly AskedField[], { value }: GivenBack): AskedField[] {
  const typed = { level: value('level'), days: value('trainingDays') };
  return ASKED_FIELDS.filter((field) => {
    if (field === 'provider' || field === 'number') return true;
    return asksFor.includes(field) || Boolean(typed[field]);
  });
}

function BookInstead({ requirement }: Pick<HandInFormProps, 'requirement'>) {
  const query = requirement ? `?requirement=${requirement.id}` : '';
  return <a href={`/my/book${query}`}>Note the day that is booked</a>;
}
