import type { ReactNode } from 'react';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import type { FieldErrors } from './field-errors.ts';
import { Page } from './page.tsx';
import type { Shell } from './shell.ts';

type QuestionPageProps = {
  title: string;
  shell: Shell;
  /** Whom or what it is about. */
  caption?: string;
  back: { href: string; label: string };
  formKey: string;
  errors?: FieldErrors;
  /** What the button says. */
  button: string;
  /** Something is taken away. */
  isRemoval?: boolean;
  /** Above the form: what follows from it. */
  lead?: ReactNode;
  /** Under the form. */
  more?: ReactNode;
  children?: ReactNode;
};

/** A page with one form that is saved or left alone. */
export function QuestionPage(props: QuestionPageProps) {
  const { title, shell, caption, back, formKey, errors, button, lead, more, children } = props;
  return (
    <Page title={title} shell={shell} caption={caption} back={back} errors={errors}>
      {lead}
      <form method="post">
        <FormKey value={formKey} />
        {children}
        <ButtonGroup>
          <Button kind={props.isRemoval ? 'warning' : 'primary'}>{button}</Button>
          <a className="govuk-link" href={back.href}>
            Cancel
          </a>
        </ButtonGroup>
      </form>
      {more}
    </Page>
  );
}
