import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { Select } from '#app/components/select.tsx';
import { titled } from '#app/components/shell.ts';
import { Table } from '#app/components/table.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { schoolFacts } from '#app/data/facts.ts';
import { listAppointmentKinds } from '#app/data/policy.ts';
import { kindsHeldOn } from '#app/domain/audience.ts';
import { CATEGORY_LABELS } from '#app/domain/labels.ts';
import { CATEGORIES } from '#app/domain/types.ts';
import { counted } from '#app/domain/words.ts';
import { doneWords } from '#app/forms/done.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseKind } from '#app/forms/school-settings.ts';
import { addAppointmentKind } from '#app/operations/add-appointment-kind.ts';

export const meta = titled('Kinds of appointment');

const DONE: Record<string, string> = {
  added: 'The kind of appointment is added. Give it to people from their own pages.',
  renamed: 'The new name is saved.',
  removed: 'The kind of appointment is taken away.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { people } = schoolFacts(visit.database, visit.school.id);
  const held = people.flatMap((person) => kindsHeldOn(person, visit.today));
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    kinds: listAppointmentKinds(visit.database, visit.school.id).map((kind) => ({
      ...kind,
      holders: held.filter((key) => key === kind.key).length,
    })),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const form = await args.request.formData();
  const parsed = parseKind(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await addAppointmentKind(actOf(visit, form), parsed.command);
    return redirect('/admin/kinds?done=added', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function KindsPage() {
  const { shell, formKey, kinds, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = givenBack(answered);
  return (
    <Page
      title="Kinds of appointment"
      shell={shell}
      back={{ href: '/admin', label: 'Back to people and settings' }}
      errors={form.errors}
      notification={answered ? null : done}
    >
      <p className="govuk-body">
        What people can be here. Each belongs to a group, so that “all staff” includes the cook whom
        you add.
      </p>
      <Table
        caption="Kinds of appointment"
        isCaptionHidden
        columns={COLUMNS}
        rows={kinds.map(({ id, label, category, holders }) => ({
          key: id,
          cells: {
            label,
            category: CATEGORY_LABELS[category],
            holders: counted(holders, 'person', 'people'),
            action: (
              <a href={`/admin/kinds/${id}`}>
                Change<span className="govuk-visually-hidden"> {label}</span>
              </a>
            ),
          },
        }))}
      />
      <h2>Add a kind of appointment</h2>
      <form method="post">
        <FormKey value={formKey} />
        <TextInput
          name="label"
          label="What is it called?"
          hint="As people say it: Head of kitchen"
          width={20}
          autoComplete="off"
          value={form.value('label')}
          errors={form.errors}
        />
        <Select
          name="category"
          label="Which group does it belong to?"
          hint="The group decides which requirements are for it, and stays as it is."
          options={CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
          empty="Choose one"
          value={form.value('category')}
          errors={form.errors}
        />
        <Button>Add it</Button>
      </form>
    </Page>
  );
}

const COLUMNS = [
  { key: 'label', head: 'Appointment', isRowHead: true },
  { key: 'category', head: 'Group' },
  { key: 'holders', head: 'Held today by' },
  { key: 'action', head: 'Change' },
];
