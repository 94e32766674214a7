import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedFields } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, parseId, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { findPerson } from '#app/data/people.ts';
import { inWords } from '#app/domain/days.ts';
import { EVIDENCE_LABELS } from '#app/domain/labels.ts';
import { parseCarryOver } from '#app/forms/carry-over.ts';
import {
  carryOverCompletion,
  listCarriable,
  type Offered,
} from '#app/operations/carry-over-completion.ts';

export const meta = titled('Carry over');

export async function loader(args: LoaderFunctionArgs) {
  const { database, school, today, ...visit } = await requireSchoolVisit(args, 'administer');
  const person = findPerson(database, school.id, parseId(args.params.id));
  if (!person) throw notFound();
  const asked = { schoolId: school.id, personId: person.id, today };
  return {
    shell: shellOf({ ...visit, database, school, today }),
    id: person.id,
    name: person.name,
    offered: listCarriable(database, asked).map((one) => ({
      ...offeredInWords(one),
      formKey: newFormKey(),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const personId = parseId(args.params.id);
  if (!findPerson(visit.database, visit.school.id, personId)) throw notFound();
  const form = await args.request.formData();
  const parsed = parseCarryOver(form);
  if (!parsed.ok) return data({ errors: parsed.errors }, { status: 422 });
  try {
    await carryOverCompletion(actOf(visit, form), { personId, ...parsed.command });
    return redirect(`/admin/people/${personId}?done=carried`, 303);
  } catch (error) {
    const { status, errors } = refusedFields(error);
    return data({ errors }, { status });
  }
}

function offeredInWords({ completion, requirement, schoolName, validTo }: Offered) {
  const until =
    validTo === null ? 'does not run out here' : `counts here until ${inWords(validTo)}`;
  return {
    completionId: completion.id,
    requirementId: requirement.id,
    requirement: requirement.name,
    words: `${EVIDENCE_LABELS[completion.evidence]}, completed on ${inWords(completion.completedOn)} at ${schoolName}: ${until}.`,
  };
}

export default function CarryOverPage() {
  const { shell, id, name, offered } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title="Carry over from another school"
      caption={name}
      shell={shell}
      back={{ href: `/admin/people/${id}`, label: `Back to ${name}` }}
      errors={answered?.errors}
    >
      <p className="govuk-body">
        Their account opens a record at another school too. What they did there and is still valid
        can count here. What is declared for each edition, and what belongs to a site, is done at
        each school.
      </p>
      {offered.length === 0 ? (
        <EmptyState title="Nothing to carry over">
          <p className="govuk-body">
            All that would count here is here already. Anything else is recorded by the designated
            safeguarding lead, with its evidence.
          </p>
        </EmptyState>
      ) : (
        offered.map((one) => (
          <section className="section" key={`${one.completionId} ${one.requirementId}`}>
            <h2>{one.requirement}</h2>
            <p className="govuk-body">{one.words}</p>
            <form method="post">
              <FormKey value={one.formKey} />
              <input type="hidden" name="completion" value={one.completionId} />
              <input type="hidden" name="requirement" value={one.requirementId} />
              <Button kind="secondary">
                Carry it over<span className="govuk-visually-hidden">: {one.requirement}</span>
              </Button>
            </form>
          </section>
        ))
      )}
    </Page>
  );
}
