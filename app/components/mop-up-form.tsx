import type { ReactNode } from 'react';
import { OUTCOME_LABELS } from '#app/domain/sessions/mop-up-words.ts';
import type { MopUpOutcome } from '#app/domain/sessions/session.ts';
import { type Choice, Radios } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import type { GivenBack } from './given-back.ts';
import { type Option, Select } from './select.tsx';
import { Textarea, TextInput } from './text-input.tsx';

type FieldsProps = {
  form: GivenBack;
  /** Sittings whose register is open, and the one that is added now. */
  sittings: readonly Option[];
  /** What somebody watches; null where there is no recording with a quiz. */
  recording: { quiz: string } | null;
  recordingHref: string;
};

/** What is to become of somebody who missed a session, each outcome with what it asks. */
export function MopUpFields(props: FieldsProps) {
  const { form } = props;
  return (
    <Radios
      name="outcome"
      label="What becomes of it"
      choices={[
        choice('later-sitting', <SittingFields {...props} />),
        recordingChoice(props),
        choice('one-to-one', <WithWhom {...props} />),
        choice('not-required', <Reason {...props} />),
      ]}
      value={form.value('outcome')}
      errors={form.errors}
    />
  );
}

function choice(outcome: MopUpOutcome, details: ReactNode): Choice {
  return { value: outcome, label: OUTCOME_LABELS[outcome], hint: HINTS[outcome], details };
}

const HINTS: Partial<Record<MopUpOutcome, string>> = {
  'later-sitting': 'They stand on its register, and it counts when that register is final.',
  'one-to-one': 'It counts when you note here that it was done.',
  'not-required': 'It completes nothing: what is due for them stays due.',
};

function recordingChoice({ recording, recordingHref }: FieldsProps): Choice {
  const hint = recording ? (
    `They find it on their own page, with the quiz “${recording.quiz}”. It counts when they pass.`
  ) : (
    <>
      There is none yet:{' '}
      <a className="govuk-link" href={recordingHref}>
        say where it is, and which quiz goes with it
      </a>
      .
    </>
  );
  const isDisabled = recording === null;
  return { value: 'recording', label: OUTCOME_LABELS.recording, hint, isDisabled };
}

function SittingFields({ form, sittings }: FieldsProps) {
  const { errors, value, date } = form;
  return (
    <>
      <Select
        name="sitting"
        label="Which one"
        options={sittings}
        value={value('sitting')}
        errors={errors}
      />
      <DateInput
        name="heldOn"
        label="For one that is added: its day"
        value={date('heldOn')}
        errors={errors}
      />
      <div className="missed__fields">
        <TextInput
          name="startsAt"
          label="Begins at"
          hint="For example, 15:45"
          value={value('startsAt')}
          errors={errors}
          width={5}
        />
        <TextInput
          name="minutes"
          label="How long"
          hint="If it is known"
          value={value('minutes')}
          errors={errors}
          width={4}
          suffix="minutes"
          inputMode="numeric"
        />
        <TextInput
          name="place"
          label="Place"
          hint="For example, the library"
          value={value('place')}
          errors={errors}
          width={20}
        />
      </div>
    </>
  );
}

function WithWhom({ form }: FieldsProps) {
  return (
    <TextInput
      name="withWhom"
      label="With whom"
      value={form.value('withWhom')}
      errors={form.errors}
      width={30}
      maxLength={100}
    />
  );
}

function Reason({ form }: FieldsProps) {
  return (
    <Textarea
      name="reason"
      label="Why it is not required"
      hint="Leads, the headteacher and whoever inspects read it. Nothing about health."
      rows={2}
      value={form.value('reason')}
      errors={form.errors}
      maxLength={300}
    />
  );
}
