import { EVIDENCE_LABELS } from '#app/domain/labels.ts';
import type { EvidenceKind } from '#app/domain/types.ts';
import { Checkbox, Radios } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import type { GivenBack } from './given-back.ts';
import { type Option, type OptionGroup, Select } from './select.tsx';
import { Textarea, TextInput } from './text-input.tsx';

type RecordFieldsProps = {
  form: GivenBack;
  requirements: readonly Option[];
  /** By publication; for what is declared by edition. */
  editions: readonly OptionGroup[];
  evidence: readonly EvidenceKind[];
};

/** What was done, when, and what stands behind it. */
export function RecordFields(props: RecordFieldsProps) {
  const { form, requirements, editions, evidence } = props;
  const { errors, value, date, isTicked } = form;
  return (
    <>
      <Select
        name="requirement"
        label="Requirement"
        options={requirements}
        value={value('requirement')}
        empty="Choose one"
        errors={errors}
      />
      <DateInput
        name="completedOn"
        label="Day it was completed"
        hint="For example, 27 3 2026"
        value={date('completedOn')}
        errors={errors}
      />
      <Radios
        name="evidence"
        label="What stands behind it"
        choices={evidence.map((kind) => ({
          value: kind,
          label: EVIDENCE_LABELS[kind],
          hint: EVIDENCE_HINTS[kind],
        }))}
        value={value('evidence')}
        errors={errors}
      />
      {editions.length > 0 ? (
        <Select
          name="edition"
          label="Edition"
          hint="Only for what is read and declared by edition"
          options={editions}
          value={value('edition')}
          empty="None"
          errors={errors}
        />
      ) : null}
      <TextInput
        name="provider"
        label="Provider (if there is one)"
        value={value('provider')}
        errors={errors}
        width={30}
      />
      <TextInput
        name="reference"
        label="Certificate number (if there is one)"
        value={value('reference')}
        errors={errors}
        width={20}
      />
      <TextInput
        name="level"
        label="Level (if there is one)"
        value={value('level')}
        errors={errors}
        width={20}
      />
      <TextInput
        name="trainingDays"
        label="How many days it took (if you know it)"
        hint="Like 1, 2 or 0.5"
        inputMode="decimal"
        value={value('trainingDays')}
        errors={errors}
        width={5}
      />
      <DateInput
        name="printedExpiryOn"
        label="Expiry printed on the certificate (if there is one)"
        hint="The earlier of this and the school’s own interval counts"
        value={date('printedExpiryOn')}
        errors={errors}
      />
      <Checkbox
        name="earnedElsewhere"
        label="It was done at another school or employer"
        isChecked={isTicked('earnedElsewhere')}
        errors={errors}
      />
      <Textarea
        name="note"
        label="Note (if you need one)"
        hint="Never anything about a child"
        rows={2}
        value={value('note')}
        errors={errors}
      />
    </>
  );
}

const EVIDENCE_HINTS: Partial<Record<EvidenceKind, string>> = {
  certificate: 'You have seen it',
  register: 'They were at a session and are on its register',
  declaration:
    'They said that they read it; no words are kept. A signed sheet, with its words, is entered under Reading',
  'self-reported': 'They told you; there is no paper',
};
