import type { ReactNode } from 'react';

type ButtonKind = 'primary' | 'secondary' | 'warning';

type ButtonProps = {
  children: ReactNode;
  kind?: ButtonKind;
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  /** Another address than the form's own. */
  formAction?: string;
  isSmall?: boolean;
  /** Said on the page. */
  accessKey?: string;
};

export function Button({ children, kind, type = 'submit', isSmall, ...rest }: ButtonProps) {
  return (
    <button className={buttonClass(kind, isSmall)} type={type} {...rest}>
      {children}
    </button>
  );
}

type ButtonLinkProps = { href: string; children: ReactNode; kind?: ButtonKind; isSmall?: boolean };

/** A link that begins something, with the look of a button. */
export function ButtonLink({ href, children, kind, isSmall }: ButtonLinkProps) {
  return (
    <a className={buttonClass(kind, isSmall)} href={href}>
      {children}
    </a>
  );
}

type ButtonGroupProps = {
  children: ReactNode;
  /** Where an error leads that is about which button was pressed. */
  id?: string;
};

/** Buttons and links in a row; under each other on a phone. */
export function ButtonGroup({ children, id }: ButtonGroupProps) {
  return (
    <div className="govuk-button-group" id={id}>
      {children}
    </div>
  );
}

/** The key by which a form that is sent twice is done once. */
export function FormKey({ value }: { value: string }) {
  return <input type="hidden" name="formKey" value={value} />;
}

function buttonClass(kind: ButtonKind = 'primary', isSmall = false): string {
  const own = kind === 'primary' ? '' : ` govuk-button--${kind}`;
  return `govuk-button${own}${isSmall ? ' button--small' : ''}`;
}
