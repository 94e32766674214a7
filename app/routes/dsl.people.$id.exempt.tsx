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
import { Entered } from '#app/components/entered.tsx';
import { ExemptionFields } from '#app/components/exemption-fields.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { RemoveForm } from '#app/components/remove-form.tsx';
import { type Shell, titled } from '#app/components/shell.ts';
import { listExemptions } from '#app/data/exemptions.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { listPersonIdsOf } from '#app/data/people.ts';
import { daysInWords } from '#app/domain/person-words.ts';
import { requirementChoices } from '#app/forms/choices.ts';
import { parseExemption, parseExemptionChange } from '#app/forms/exemption.ts';
import { typedValues } from '#app/forms/fields.ts';
import { changeExemption, exempt, removeExemption } from '#app/operations/exempt.ts';

export const meta = titled('An exemption');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'decide-exemptions');
  const { person, changeId, back } = findAsked(args, visit);
  const exemption = listExemptions(visit.database, person.id).find((one) => one.id === changeId);
  if (changeId !== null && !exemption) throw notFound();
  const policy = schoolPolicy(visit.database, visit.school.id);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    removeKey: newFormKey(),
    name: person.name,
    isOwn: listPersonIdsOf(visit.database, visit.accountId).includes(person.id),
    requirements: requirementChoices(policy, visit.today),
    exemption: exemption ? known(exemption) : null,
    entered: listExemptions(visit.database, person.id).map((one) => ({
      id: one.id,
      words: `${one.requirementName}, ${daysInWords(one, visit.today)}`,
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
      await removeExemption(act, { personId, exemptionId: changeId });
    } else if (changeId !== null) {
      const parsed = parseExemptionChange(form);
      if (!parsed.ok) return data(parsed, { status: 422 });
      await changeExemption(act, { personId, exemptionId: changeId, ...parsed.command });
    } else {
      const parsed = parseExemption(form);
      if (!parsed.ok) return data(parsed, { status: 422 });
      await exempt(act, { personId, ...parsed.command });
    }
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
  return redirect(`${back}?done=exempt`, 303);
}

type Exemption = ReturnType<typeof listExemptions>[number];

function known({ requirementName, from, to, reason }: Exemption) {
  return { name: requirementName, fields: { from, to, reason } };
}

/**
 * The person, the exemption that is to change (`?change=`), and the page that was come from. A form that
 * was sent before may be about one that is gone: whether it is there, the operation says.
 */
function findAsked({ params, request }: LoaderFunctionArgs, visit: SchoolVisit) {
  const person = requirePersonAt({ params }, visit);
  const query = new URL(request.url).searchParams;
  const changeId = query.has('change') ? parseId(query.get('change') ?? '') : null;
  return { person, changeId, back: personPageOf(visit, person.id, query) };
}

export default function ExemptPage() {
  const page = useLoaderData<typeof loader>();
  const { shell, name, exemption, requirements, back } = page;
  const form = givenBack(useActionData<typeof action>(), exemption?.fields);
  if (page.isOwn) return <OwnPage shell={shell} back={back} />;
  return (
    <QuestionPage
      title={exemption ? `Change the exemption from ${exemption.name}` : 'Decide on an exemption'}
      caption={name}
      shell={shell}
      back={{ href: back, label: `Back to ${name}` }}
      formKey={page.formKey}
      errors={form.errors}
      button="Save the exemption"
      more={
        exemption ? (
          <RemoveForm formKey={page.removeKey} title="Was it entered wrongly?" />
        ) : (
          <Entered title="Decided already" entered={page.entered} back={back} />
        )
      }
    >
      <ExemptionFields form={form} requirements={exemption ? null : requirements} />
    </QuestionPage>
  );
}

function OwnPage({ shell, back }: { shell: Shell; back: string }) {
  return (
    <Page title="Somebody else decides this" shell={shell} back={{ href: back }}>
      <p className="govuk-body">
        This is your own record. Nobody decides what they themselves are exempt from: ask another
        deputy, the designated safeguarding lead or the administrator.
      </p>
    </Page>
  );
}
