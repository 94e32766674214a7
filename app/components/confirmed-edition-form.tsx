import { Button, ButtonGroup, FormKey } from './button.tsx';
import { InsetText } from './content.tsx';
import { DateInput, typedDate } from './date-input.tsx';
import { CheckTopics, type FileFieldsProps, LinkAndFile, WhatChanged } from './edition-form.tsx';
import type { Option } from './select.tsx';

type ConfirmedEditionFormProps = FileFieldsProps & {
  path: string;
  formKey: string;
  topics: readonly Option[];
  hasRollOut: boolean;
  cancelHref: string;
};

/** What can still be changed of an edition once it is confirmed. */
export function ConfirmedEditionForm(props: ConfirmedEditionFormProps) {
  const { path, formKey, values, errors, hasRollOut, cancelHref } = props;
  return (
    <form method="post" action={path} encType="multipart/form-data" noValidate>
      <FormKey value={formKey} />
      <InsetText>
        It is confirmed, and people declare it as it is: its title, its first day and its parts
        stay. If its text was corrected, go back and choose “It was corrected”.
      </InsetText>
      {hasRollOut ? (
        <DateInput
          name="dueBy"
          label="Those already here have to have read it by"
          hint="Moved to a later day, whoever is overdue for this edition alone has time again."
          value={typedDate(values, 'dueBy')}
          errors={errors}
        />
      ) : null}
      <WhatChanged values={values} errors={errors} />
      <LinkAndFile {...props} />
      <CheckTopics {...props} />
      <ButtonGroup>
        <Button>Save</Button>
        <a href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
