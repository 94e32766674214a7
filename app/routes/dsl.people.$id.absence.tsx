import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { personPageOf, requirePersonAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import {
  actOf,
  newFormKey,
  parseId,
  requireSchoolVisit,
  type SchoolVisit,
} from '#app/auth/visit.ts';
import { AbsenceFields } from '#app/components/absence-fields.tsx';
import { Entered } from '#app/components/entered.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { QuestionPage } from '#app/components/question-page.tsx';
import { RemoveForm } from '#app/components/remove-form.tsx';
import { titled } from '#app/components/shell.ts';
import { listAbsences } from '#app/data/absences.ts';
import { daysInWords } from '#app/domain/person-words.ts';
import { sentenceCase } from '#app/domain/words.ts';
import { parseAbsence } from '#app/forms/absence.ts';
import { typedValues } from '#app/forms/fields.ts';
import { changeAbsence, recordAbsence, removeAbsence } from '#app/operations/record-absence.ts';

export const meta = titled('A long absence');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'decide-exemptions');
  const { person, changeId, back } = findAsked(args, visit);
  const absence = listAbsences(visit.database, person.id).find((one) => one.id === changeId);
  if (changeId !== null && !absence) throw notFound();
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    removeKey: newFormKey(),
    name: person.name,
    absence: absence ? { from: absence.from, to: absence.to } : null,
    entered: listAbsences(visit.database, person.id).map((one) => ({
      id: one.id,
      words: sentenceCase(daysInWords(one, visit.today)),
    })),
    back,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'decide-exemptions');
  const { person, changeId, back } = findAsked(args, visit);
  const personId = person.id;
  const form = await args.request.formData();
  const act = actOf(visit, form);
  try {
    if (changeId !== null && form.get('remove') === 'yes') {
      await removeAbsence(act, { personId, absenceId: changeId });
      return redirect(`${back}?done=absent`, 303);
    }
    const parsed = parseAbsence(form);
    if (!parsed.ok) return data(parsed, { status: 422 });
    const command = { personId, ...parsed.command };
    if (changeId !== null) await changeAbsence(act, { ...command, absenceId: changeId });
    else await recordAbsence(act, command);
    return redirect(`${back}?done=absent`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

/**
 * The person, the absence that is to change (`?change=`), and the page that was come from. A form that
 * was sent before may be about one that is gone: whether it is there, the operation says.
 */
function findAsked({ params, request }: LoaderFunctionArgs, visit: SchoolVisit) {
  const person = requirePersonAt({ params }, visit);
  const query = new URL(request.url).searchParams;
  const changeId = query.has('change') ? parseId(query.get('change') ?? '') : null;
  return { person, changeId, back: personPageOf(visit, person.id, query) };
}

export default function AbsencePage() {
  const page = useLoaderData<typeof loader>();
  const { shell, formKey, removeKey, name, absence, back } = page;
  const form = givenBack(useActionData<typeof action>(), absence ?? {});
  return (
    <QuestionPage
      title={absence ? 'Change a long absence' : 'Enter a long absence'}
      caption={name}
      shell={shell}
      back={{ href: back, label: `Back to ${name}` }}
      formKey={formKey}
      errors={form.errors}
      button="Save the absence"
      more={
        absence ? (
          <RemoveForm formKey={removeKey} title="Was it entered wrongly?" />
        ) : (
          <Entered title="Entered already" entered={page.entered} back={back} />
        )
      }
    >
      <AbsenceFields form={form} />
    </QuestionPage>
  );
}
