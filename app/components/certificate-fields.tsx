import { ASKED_LABELS, type AskedField, fieldOf } from '#app/domain/evidence/asked.ts';
import type { GivenBack } from './given-back.ts';
import { TextInput } from './text-input.tsx';

const WIDTHS: Record<AskedField, 5 | 20 | 30> = { provider: 30, level: 20, number: 20, days: 5 };

const HINTS: Partial<Record<AskedField, string>> = {
  provider: 'Who gave the training',
  level: 'As the certificate calls it: Level 2, Designated lead',
  days: 'Like 1, 2 or 0.5',
};

type CertificateFieldsProps = {
  fields: readonly AskedField[];
  /** What the requirement asks for; the others may stay empty. */
  asksFor: readonly AskedField[];
  form: GivenBack;
};

/** What stands on a certificate beside its day, each told apart as asked for or not. */
export function CertificateFields({ fields, asksFor, form }: CertificateFieldsProps) {
  return fields.map((field) => (
    <TextInput
      key={field}
      name={fieldOf(field)}
      label={
        asksFor.includes(field) ? (
          <>
            {ASKED_LABELS[field]} <span className="asked">asked for</span>
          </>
        ) : (
          `${ASKED_LABELS[field]} (optional)`
        )
      }
      hint={HINTS[field]}
      width={WIDTHS[field]}
      inputMode={field === 'days' ? 'decimal' : undefined}
      value={form.value(fieldOf(field))}
      errors={form.errors}
    />
  ));
}
