import type { FieldErrors } from './field-errors.ts';
import { PasswordInput } from './text-input.tsx';

/** A new password, typed twice, with what makes a good one. */
export function NewPassword({ errors }: { errors?: FieldErrors }) {
  return (
    <>
      <PasswordInput
        name="password"
        label="New password"
        hint="At least 12 characters. Three or four words that have nothing to do with each other are easy to remember. Any characters will do, spaces too."
        autoComplete="new-password"
        errors={errors}
      />
      <PasswordInput
        name="password-again"
        label="The same password again"
        autoComplete="new-password"
        errors={errors}
      />
    </>
  );
}
