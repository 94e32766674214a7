import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { Checkbox } from '#app/components/choices.tsx';
import { type GivenBack, givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { Table } from '#app/components/table.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { listTerms } from '#app/data/policy.ts';
import { inWords } from '#app/domain/days.ts';
import { doneWords } from '#app/forms/done.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseSettings } from '#app/forms/school-settings.ts';
import { changeSchoolSettings } from '#app/operations/change-school-settings.ts';

export const meta = titled('School and terms');

const DONE: Record<string, string> = {
  settings: 'The settings are saved. Every figure is reckoned by them from now on.',
  terms: 'The terms are saved.',
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const { name, shortName, noticeDays, gapDays, returnDays, showsInitials } = visit.school;
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    known: {
      name,
      shortName,
      noticeDays: String(noticeDays),
      gapDays: String(gapDays),
      returnDays: String(returnDays),
      showsInitials: showsInitials ? 'yes' : null,
    },
    terms: listTerms(visit.database, visit.school.id).map(({ name, from, to }) => ({
      name,
      from: inWords(from),
      to: inWords(to),
    })),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const form = await args.request.formData();
  const parsed = parseSettings(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await changeSchoolSettings(actOf(visit, form), parsed.command);
    return redirect('/admin/school?done=settings', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function SchoolPage() {
  const { shell, formKey, known, terms, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = givenBack(answered, known);
  return (
    <Page
      title="School and terms"
      shell={shell}
      back={{ href: '/admin', label: 'Back to people and settings' }}
      errors={form.errors}
      notification={answered ? null : done}
    >
      <Section
        title="Terms"
        links={[{ href: '/admin/school/terms', label: 'Enter or change the terms' }]}
      >
        {terms.length === 0 ? (
          <p className="govuk-body">
            None yet. Governors compare with the last term, and ask about induction in this one.
          </p>
        ) : (
          <Table
            caption="Terms"
            isCaptionHidden
            columns={[
              { key: 'name', head: 'Term', isRowHead: true },
              { key: 'from', head: 'First day' },
              { key: 'to', head: 'Last day' },
            ]}
            rows={terms.map((term) => ({ key: term.from, cells: term }))}
          />
        )}
      </Section>
      <h2>Settings</h2>
      <form method="post">
        <FormKey value={formKey} />
        <SettingsFields form={form} />
        <Button>Save the settings</Button>
      </form>
    </Page>
  );
}

function SettingsFields({ form: { errors, value, isTicked } }: { form: GivenBack }) {
  return (
    <>
      <TextInput
        name="name"
        label="Name of the school"
        value={value('name')}
        errors={errors}
        autoComplete="off"
      />
      <TextInput
        name="shortName"
        label="Short name"
        hint="For tables and charts"
        width={20}
        value={value('shortName')}
        errors={errors}
        autoComplete="off"
      />
      <TextInput
        name="noticeDays"
        label="Notice"
        hint="How long before it runs out something is “due soon”. A requirement may have a notice of its own."
        width={3}
        suffix="days"
        inputMode="numeric"
        value={value('noticeDays')}
        errors={errors}
      />
      <TextInput
        name="gapDays"
        label="Gaps between appointments that count as none"
        hint="Whoever comes back sooner is not a new starter."
        width={3}
        suffix="days"
        inputMode="numeric"
        value={value('gapDays')}
        errors={errors}
      />
      <TextInput
        name="returnDays"
        label="Time after a return"
        hint="For what ran out or fell due during a long absence or an exemption."
        width={3}
        suffix="days"
        inputMode="numeric"
        value={value('returnDays')}
        errors={errors}
      />
      <Checkbox
        name="showsInitials"
        label="Show the holder’s initials when a certificate’s code is looked up"
        hint="Whoever has the code of a quiz certificate sees the quiz and its days, and never a name."
        isChecked={isTicked('showsInitials')}
        errors={errors}
      />
    </>
  );
}
