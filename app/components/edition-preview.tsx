import type { Lot as LotShown } from '#app/domain/publications/publication-words.ts';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { HiddenFields, Lot } from './requirement-preview.tsx';
import type { TypedValues } from './typed-values.ts';

type EditionPreviewProps = {
  path: string;
  formKey: string;
  /** The fields of the form, which travel with this page unseen. */
  values: TypedValues;
  answer: string;
  lots: readonly LotShown[];
  save: string;
};

/** The last look before an edition is confirmed, or read again: whom it concerns. */
export function EditionPreview(props: EditionPreviewProps) {
  const { path, formKey, values, answer, lots, save } = props;
  return (
    <form method="post" action={path} encType="multipart/form-data" noValidate>
      <FormKey value={formKey} />
      <HiddenFields values={values} except={/^(step|files|leave-out)$/} />
      <p className="govuk-body-l">{answer}</p>
      {lots.length > 0 ? (
        <ul className="lots">
          {lots.map(({ key, words, names, isGrave }) => (
            <Lot names={names} isGrave={isGrave} key={key}>
              {words}
            </Lot>
          ))}
        </ul>
      ) : null}
      <ButtonGroup>
        <Button name="step" value="save">
          {save}
        </Button>
        <Button kind="secondary" name="step" value="edit">
          Go back and change it
        </Button>
      </ButtonGroup>
    </form>
  );
}
