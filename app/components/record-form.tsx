import type { ComponentProps, ReactNode } from 'react';
import type { WaitingFile } from '#app/domain/evidence/shown.ts';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { EvidenceInput } from './evidence-input.tsx';
import { RecordFields } from './record-fields.tsx';

type RecordFormProps = ComponentProps<typeof RecordFields> & {
  formKey: string;
  /** Whoever sends it has read what is lost by the day that was typed. */
  isLossAccepted: boolean;
  cancelHref: string;
  /** What came with the form before; left out where no file is taken. */
  files?: readonly WaitingFile[];
  /** Whom it is about, where that is asked. */
  children?: ReactNode;
};

/** Records a completion: for one person, or for those who are ticked. */
export function RecordForm(props: RecordFormProps) {
  const { formKey, isLossAccepted, cancelHref, files, children, ...fields } = props;
  return (
    <form method="post" encType={files ? 'multipart/form-data' : undefined}>
      <FormKey value={formKey} />
      {isLossAccepted ? <input type="hidden" name="loss" value="accepted" /> : null}
      <RecordFields {...fields} />
      {files ? (
        <EvidenceInput
          label="The certificate, an agency’s letter or a signed sheet (if you have it)"
          hint="Photograph it or choose a file."
          waiting={files}
          errors={fields.form.errors}
          isMultiple
        />
      ) : null}
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
