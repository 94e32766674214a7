import type { GivenBack } from './given-back.ts';
import { SpanFields } from './person-fields.tsx';

/** The days of a long absence, and nothing else. */
export function AbsenceFields({ form }: { form: GivenBack }) {
  return (
    <>
      <p className="govuk-body">
        For weeks or months: parental leave, a long illness, a secondment. While it lasts nothing is
        asked of them, and they are left out of the figures. Only the days are kept, never why.
      </p>
      <SpanFields
        form={form}
        from="First day away"
        to="Last day away (if it is known)"
        toHint="Leave it empty while the return is not known."
      />
    </>
  );
}
