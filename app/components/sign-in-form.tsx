import { Button } from './button.tsx';
import type { FieldErrors } from './field-errors.ts';
import { PasswordInput, TextInput } from './text-input.tsx';

type SignInFormProps = {
  next: string | null;
  errors?: FieldErrors;
  email?: unknown;
  isDemo: boolean;
};

/** E-mail address and password. */
export function SignInForm({ next, errors, email, isDemo }: SignInFormProps) {
  return (
    <section className="part">
      {isDemo ? <h2 className="part__title">Or by e-mail address and password</h2> : null}
      <form method="post" action="/sign-in" noValidate>
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <TextInput
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          spellCheck={false}
          width={20}
          value={typeof email === 'string' ? email : undefined}
          errors={errors}
        />
        <PasswordInput
          name="password"
          label="Password"
          autoComplete="current-password"
          errors={errors}
        />
        <Button>Sign in</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href="/forgotten">
          I have forgotten my password, or I have no account
        </a>
      </p>
    </section>
  );
}
