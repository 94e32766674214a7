import type { ComponentProps, ReactNode } from 'react';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { RecordFields } from './record-fields.tsx';

type RecordFormProps = ComponentProps<typeof RecordFields> & {
  formKey: string;
  /** Whoever sends it has read what is lost by the day that was typed. */
  isLossAccepted: boolean;
  cancelHref: string;
  /** Whom it is about, where that is asked. */
  children?: ReactNode;
};

/** Records a completion: for one person, or for those who are ticked. */
export function RecordForm(props: RecordFormProps) {
  const { formKey, isLossAccepted, cancelHref, children, ...fields } = props;
  return (
    <form method="post">
      <FormKey value={formKey} />
      {isLossAccepted ? <input type="hidden" name="loss" value="accepted" /> : null}
      <RecordFields {...fields} />
      {children}
      <ButtonGroup>
        <Button>{isLossAccepted ? 'Record it all the same' : 'Record'}</Button>
        <a className="govuk-link" href={cancelHref}>
          Cancel
        </a>
      </ButtonGroup>
    </form>
  );
}
