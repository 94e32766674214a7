import { counted, sentenceCase } from '#app/domain/words.ts';
import { Checkbox } from './choices.tsx';
import type { FieldErrors } from './field-errors.ts';
import { Lot } from './requirement-preview.tsx';

type LateAgreementProps = {
  /** The names of those who become late by what was typed; none: nothing to agree to. */
  names: readonly string[] | undefined;
  errors?: FieldErrors;
};

/** Who becomes late by a change of the lists, and the box that says it was seen. */
export function LateAgreement({ names = [], errors }: LateAgreementProps) {
  if (names.length === 0) return null;
  const people = counted(names.length, 'starter becomes', 'starters become');
  return (
    <>
      <ul className="lots">
        <Lot names={[...names]} isGrave>
          {sentenceCase(people)} late by it, in the governors’ figure too
        </Lot>
      </ul>
      <Checkbox
        name="lateAgreed"
        value={String(names.length)}
        label={`I have seen that ${people} late by it`}
        errors={errors}
      />
    </>
  );
}
