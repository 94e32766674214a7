import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import {
  actOf,
  newFormKey,
  parseId,
  requireSchoolVisit,
  type SchoolVisit,
} from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { RemoveForm } from '#app/components/remove-form.tsx';
import { titled } from '#app/components/shell.ts';
import { TextInput } from '#app/components/text-input.tsx';
import { listAppointmentKinds } from '#app/data/policy.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseKindLabel } from '#app/forms/school-settings.ts';
import {
  changeAppointmentKind,
  isKindFree,
  removeAppointmentKind,
} from '#app/operations/add-appointment-kind.ts';

export const meta = titled('A kind of appointment');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const kind = findKind(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    removeKey: newFormKey(),
    label: kind.label,
    isFree: isKindFree(visit.database, visit.school.id, kind),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const form = await args.request.formData();
  const act = actOf(visit, form);
  try {
    if (form.get('remove') === 'yes') {
      // Sent twice, it is gone the second time: the operation knows the form again.
      await removeAppointmentKind(act, { kindId: parseId(args.params.kindId) });
      return redirect('/admin/kinds?done=removed', 303);
    }
    const { id: kindId } = findKind(args, visit);
    const parsed = parseKindLabel(form);
    if (!parsed.ok) return data(parsed, { status: 422 });
    await changeAppointmentKind(act, { kindId, ...parsed.command });
    return redirect('/admin/kinds?done=renamed', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

function findKind({ params }: LoaderFunctionArgs, { database, school }: SchoolVisit) {
  const id = parseId(params.kindId);
  const kind = listAppointmentKinds(database, school.id).find((one) => one.id === id);
  if (!kind) throw notFound();
  return kind;
}

export default function KindPage() {
  const { shell, formKey, removeKey, label, isFree } = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>(), { label });
  return (
    <QuestionPage
      title={label}
      caption="Kind of appointment"
      shell={shell}
      back={{ href: '/admin/kinds', label: 'Back to kinds of appointment' }}
      formKey={formKey}
      errors={form.errors}
      button="Save the name"
      more={
        isFree ? (
          <RemoveForm formKey={removeKey} title="Take this kind away">
            Nobody has ever held it, and no requirement, quiz or section of the offer names it.
          </RemoveForm>
        ) : (
          <p className="govuk-body">
            It is held by somebody, or was, or a requirement, a quiz or the offer names it: so it
            stays.
          </p>
        )
      }
    >
      <TextInput
        name="label"
        label="What is it called?"
        width={20}
        autoComplete="off"
        value={form.value('label')}
        errors={form.errors}
      />
    </QuestionPage>
  );
}
