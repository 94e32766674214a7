import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { DateInput } from '#app/components/date-input.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { TextInput } from '#app/components/text-input.tsx';
import { findOffer } from '#app/data/offer.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseOffer } from '#app/forms/offer.ts';
import { changeOffer } from '#app/operations/change-offer.ts';

export const meta = titled('The offer and its front door');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const { name, frontDoor } = findOffer(visit.database, visit.school.id);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    known: {
      name,
      doorName: frontDoor?.name ?? null,
      telephone: frontDoor?.telephone ?? null,
      outOfHours: frontDoor?.outOfHours ?? null,
      hours: frontDoor?.hours ?? null,
      checkedOn: frontDoor?.checkedOn ?? null,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-offer');
  const form = await args.request.formData();
  const parsed = parseOffer(form, visit.today);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    await changeOffer(actOf(visit, form), parsed.command);
    return redirect('/dsl/offer?done=settings', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function OfferSettingsPage() {
  const { shell, formKey, known } = useLoaderData<typeof loader>();
  const { errors, value, date } = givenBack(useActionData<typeof action>(), known);
  const field = (name: string) => ({ name, value: value(name), errors });
  return (
    <QuestionPage
      title="The offer and its front door"
      shell={shell}
      back={{ href: '/dsl/offer', label: 'Back to the sections' }}
      formKey={formKey}
      errors={errors}
      button="Save"
    >
      <TextInput
        {...field('name')}
        label="What the school calls its offer"
        hint="Like “Early help offer”, “Help and support for families” or “Family help”"
        autoComplete="off"
      />
      <h2>The local authority’s front door</h2>
      <p className="govuk-body">
        Where anybody takes a worry about a child when no lead can be reached. It stands on top of
        the page that everybody reads, so ring the numbers before you put them in.
      </p>
      <TextInput {...field('doorName')} label="What it is called" autoComplete="off" />
      <TextInput
        {...field('telephone')}
        label="Telephone"
        type="tel"
        width={20}
        autoComplete="off"
      />
      <TextInput
        {...field('outOfHours')}
        label="Telephone out of hours (optional)"
        type="tel"
        width={20}
        autoComplete="off"
      />
      <TextInput
        {...field('hours')}
        label="When it answers (optional)"
        hint="Like “Monday to Friday, 8.45 am to 5 pm”"
        autoComplete="off"
      />
      <DateInput
        name="checkedOn"
        label="Day on which the numbers were checked"
        value={date('checkedOn')}
        errors={errors}
      />
    </QuestionPage>
  );
}
