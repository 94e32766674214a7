import { Button } from './button.tsx';
import type { FieldErrors } from './field-errors.ts';
import { TextInput } from './text-input.tsx';

/** Where the code of a certificate is typed. Capitals and hyphens do not matter. */
export function LookUpForm({ errors, code }: { errors?: FieldErrors; code?: string }) {
  return (
    <form method="get" action="/verify" noValidate>
      <TextInput
        name="code"
        label="Code"
        hint="Three groups of four letters and numbers, with or without the hyphens"
        width={20}
        value={code}
        errors={errors}
        autoComplete="off"
        spellCheck={false}
      />
      <Button>Check it</Button>
    </form>
  );
}
