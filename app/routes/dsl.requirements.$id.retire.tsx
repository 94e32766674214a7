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
import { Button, ButtonGroup, FormKey } from '#app/components/button.tsx';
import { InsetText } from '#app/components/content.tsx';
import { DateInput, dateFields, typedDate } from '#app/components/date-input.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { isInAudience } from '#app/domain/audience.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { askedLines } from '#app/domain/rule-words.ts';
import type { PersonFacts, Policy, Requirement } from '#app/domain/types.ts';
import { counted, listed, sentenceCase } from '#app/domain/words.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseRetirement } from '#app/forms/retirement.ts';
import { retireRequirement } from '#app/operations/retire-requirement.ts';

export const meta = titled('Retire a requirement');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-requirements');
  const { policy, people, requirement } = findRequirement(visit, args.params.id);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    today: visit.today,
    name: requirement.name,
    home: `/dsl/requirements/${requirement.id}`,
    retiredFrom: requirement.retiredFrom,
    consequences: consequencesOf(policy, people, requirement, visit.today),
    asked: Object.values(askedLines(requirement.versions.at(-1)!.lines)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-requirements');
  const { requirement } = findRequirement(visit, args.params.id);
  const form = await args.request.formData();
  const parsed = parseRetirement(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { retiredFrom } = parsed.command;
  try {
    await retireRequirement(actOf(visit, form), { requirementId: requirement.id, retiredFrom });
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
  const done = retiredFrom === null ? 'again' : 'retired';
  return redirect(`/dsl/requirements/${requirement.id}?done=${done}`, 303);
}

export default function RetireRequirementPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { shell, formKey, today, name, home, retiredFrom, consequences, asked } = page;
  return (
    <Page
      title={retiredFrom === null ? 'Retire a requirement' : 'Ask a requirement again'}
      caption={name}
      shell={shell}
      back={{ href: home, label: `Back to ${name}` }}
      errors={answered?.errors}
    >
      {retiredFrom === null ? (
        <>
          <p className="govuk-body">
            From the day that you give, nobody is asked for it. What people have done stays in their
            records, and you can ask it again.
          </p>
          {asked.map(({ basis, document, place, says }) => (
            <InsetText key={`${document} ${place}`}>
              <strong>{basis} asks for this:</strong> {document}, {place}. {says} That stays asked
              of the school, whatever stands here.
            </InsetText>
          ))}
          <ul>
            {consequences.map((consequence) => (
              <li key={consequence}>{consequence}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="govuk-body">
          It {retiredFrom <= today ? 'has not been asked since' : 'is to be asked no longer from'}{' '}
          {inWords(retiredFrom)}. Asked again, it is as if it had never been retired: whoever has
          not done it, or has let it run out meanwhile, is overdue.
        </p>
      )}
      <form method="post" action={`${home}/retire`} noValidate>
        <FormKey value={formKey} />
        {retiredFrom === null ? (
          <>
            <input type="hidden" name="act" value="retire" />
            <DateInput
              name="retiredFrom"
              label="First day on which it is no longer asked"
              value={answered ? typedDate(answered.values, 'retiredFrom') : dateFields(today)}
              errors={answered?.errors}
            />
          </>
        ) : (
          <input type="hidden" name="act" value="ask-again" />
        )}
        <ButtonGroup>
          <Button kind={retiredFrom === null ? 'warning' : 'primary'}>
            {retiredFrom === null ? 'Retire it' : 'Ask it again'}
          </Button>
          <a href={home}>Cancel</a>
        </ButtonGroup>
      </form>
    </Page>
  );
}

function findRequirement(visit: SchoolVisit, param: string | undefined) {
  const facts = schoolFacts(visit.database, visit.school.id);
  const id = parseId(param);
  const requirement = facts.policy.requirements.find((known) => known.id === id);
  if (!requirement) throw notFound();
  return { ...facts, requirement };
}

function consequencesOf(
  policy: Policy,
  people: readonly PersonFacts[],
  requirement: Requirement,
  today: Day,
): string[] {
  const { lines } = requirement.versions.at(-1)!;
  const asked = people.filter((person) =>
    lines.some(({ audience }) => isInAudience(person, audience, today)),
  );
  const met = policy.requirements.filter(({ metBy }) => metBy.includes(requirement.id));
  const cover = policy.cover.filter(({ requirementId }) => requirementId === requirement.id);
  return [
    `${sentenceCase(counted(asked.length, 'person', 'people'))} would no longer be asked for it.`,
    ...cover.map(({ name }) => `${name} is reckoned by it, and would count nobody any longer.`),
    ...(met.length > 0
      ? [`What was done for it still counts for ${listed(met.map(({ name }) => name))}.`]
      : []),
  ];
}
