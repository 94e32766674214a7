import type { ReactNode } from 'react';
import { MEGABYTES_A_FILE, MEGABYTES_A_FORM, MOST_FILES } from '#app/domain/evidence/refusals.ts';
import type { WaitingFile } from '#app/domain/evidence/shown.ts';
import { FileLink } from './evidence-files.tsx';
import type { FieldErrors } from './field-errors.ts';
import { Field } from './form-group.tsx';

/** On a phone this offers the camera beside the files. */
const ACCEPT = 'image/*,application/pdf,.heic';

const NAME = 'files';

type EvidenceInputProps = {
  label: ReactNode;
  /** Before what is said of kinds and sizes. */
  hint?: ReactNode;
  /** What came with this form before, so that nobody chooses it twice. */
  waiting?: readonly WaitingFile[];
  errors?: FieldErrors;
  isMultiple?: boolean;
  /** A document with pages: only a PDF will do. */
  isDocument?: boolean;
};

/**
 * Asks for a photograph or a file. The form needs `encType="multipart/form-data"`, and its action
 * `takeUploads`.
 */
export function EvidenceInput(props: EvidenceInputProps) {
  const { label, hint, waiting = [], errors, isMultiple = false, isDocument = false } = props;
  return (
    <>
      <WaitingFiles waiting={waiting} />
      <Field
        name={NAME}
        label={waiting.length === 0 ? label : 'Something else, if you need it'}
        hint={
          <>
            {hint} {isDocument ? document() : isMultiple ? several() : one()}
          </>
        }
        errors={errors}
      >
        {(control, isWrong) => (
          <input
            {...control}
            className={`govuk-file-upload${isWrong ? ' govuk-file-upload--error' : ''}`}
            type="file"
            accept={isDocument ? 'application/pdf' : ACCEPT}
            multiple={isMultiple}
          />
        )}
      </Field>
    </>
  );
}

function one(): string {
  return `A photograph, or a PDF, JPG, PNG or HEIC file, of ${MEGABYTES_A_FILE} MB at most.`;
}

function document(): string {
  return `A PDF of ${MEGABYTES_A_FILE} MB at most.`;
}

function several(): string {
  return `Photographs, or PDF, JPG, PNG or HEIC files: ${MOST_FILES} at most, each of ${MEGABYTES_A_FILE} MB and all of ${MEGABYTES_A_FORM} MB at most.`;
}

function WaitingFiles({ waiting }: { waiting: readonly WaitingFile[] }) {
  if (waiting.length === 0) return null;
  return (
    <fieldset className="govuk-fieldset waiting">
      <legend className="govuk-fieldset__legend">
        {waiting.length === 1 ? 'Your file is here already' : 'Your files are here already'}
      </legend>
      <ul className="files">
        {waiting.map((file) => (
          <li key={file.token} className="files__item">
            <input type="hidden" name="waiting" value={file.token} />
            <FileLink file={file} isInForm />
            <LeaveOut file={file} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function LeaveOut({ file: { token, name } }: { file: WaitingFile }) {
  const id = `leave-out-${token}`;
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id={id}
          name="leave-out"
          type="checkbox"
          value={token}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          Leave it out<span className="govuk-visually-hidden">: {name}</span>
        </label>
      </div>
    </div>
  );
}
