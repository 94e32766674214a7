import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { takeUploads } from '#app/auth/uploads.ts';
import { actOf, newFormKey, requireOwnVisit } from '#app/auth/visit.ts';
import { InsetText, Notification } from '#app/components/content.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { HandInForm } from '#app/components/hand-in-form.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { findPersonFacts, schoolPolicy } from '#app/data/facts.ts';
import { ownHistoryOf } from '#app/data/history.ts';
import { missingWords } from '#app/domain/evidence/asked.ts';
import { handInWarnings, openToHandIn } from '#app/domain/evidence/hand-in.ts';
import { type HistoryEntry, returnedBecause } from '#app/domain/history.ts';
import { standingsOf } from '#app/domain/standing.ts';
import { typedValues } from '#app/forms/fields.ts';
import { handInValues, hasSeenWarnings, parseHandIn, readHandInAsked } from '#app/forms/hand-in.ts';
import { handIn } from '#app/operations/hand-in.ts';

export const meta = titled('Hand in what you have done');

type OwnVisit = Awaited<ReturnType<typeof requireOwnVisit>>;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const { open } = openFor(visit);
  const asked = readHandInAsked(new URL(args.request.url).searchParams);
  const requirement = open.find(({ id }) => id === asked.requirementId) ?? null;
  if (asked.requirementId !== null && requirement === null) throw notFound();
  const before = asked.again === null ? null : requireReturned(visit, asked.again);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    requirement: requirement && {
      id: requirement.id,
      name: requirement.name,
      whatCounts: requirement.whatCounts,
      asksFor: requirement.asksFor,
    },
    requirements: open.map(({ id, name }) => ({ value: String(id), label: name })),
    known: before ? handInValues(before) : {},
    returned: before && returnedWords(before),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const form = await args.request.formData();
  const uploads = await takeUploads(args, visit, form);
  const { open, policy, person } = openFor(visit);
  const { today, personId } = visit;
  const again = { values: typedValues(form), waiting: uploads.waiting, warnings: [] };
  const parsed = parseHandIn(form, { open: open.map(({ id }) => id), today, uploads });
  if (!parsed.ok) return data({ ...again, errors: parsed.errors }, { status: 422 });

  const { command } = parsed;
  const requirement = open.find(({ id }) => id === command.requirementId);
  const warnings = requirement ? handInWarnings(policy, person, requirement, command, today) : [];
  if (warnings.length > 0 && !hasSeenWarnings(form)) return { ...again, errors: [], warnings };
  try {
    const { tokens } = uploads;
    const { completionId } = await handIn(actOf(visit, form), { ...command, personId, tokens });
    return redirect(`/my?handed-in=${completionId}`, 303);
  } catch (error) {
    return refusedForm(error, again);
  }
}

export default function HandInPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { requirement, returned } = page;
  const warnings = answered?.warnings ?? [];
  return (
    <Page
      title={requirement ? requirement.name : 'Hand in what you have done'}
      caption={requirement ? 'Hand in what you have done' : undefined}
      shell={page.shell}
      back={{ href: '/my', label: 'Back to my training' }}
      errors={answered?.errors}
    >
      <Warnings warnings={warnings} />
      {returned ? <InsetText>{returned}</InsetText> : null}
      {requirement ? <WhatCounts {...requirement} /> : null}
      <HandInForm
        formKey={page.formKey}
        form={givenBack(answered, page.known)}
        requirement={requirement}
        requirements={page.requirements}
        waiting={answered?.waiting ?? []}
        hasWarnings={warnings.length > 0}
      />
    </Page>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <Notification kind="important">
      {warnings.map((words) => (
        <p className="govuk-body" key={words}>
          {words}
        </p>
      ))}
      <p className="govuk-body">Nothing is handed in yet. If the day is right, send it again.</p>
    </Notification>
  );
}

type WhatCountsProps = Pick<
  NonNullable<Awaited<ReturnType<typeof loader>>['requirement']>,
  'whatCounts' | 'asksFor'
>;

/** What is asked for is said before it is missed; nobody is kept from handing in by it. */
function WhatCounts({ whatCounts, asksFor }: WhatCountsProps) {
  return (
    <>
      <p className="govuk-body">{whatCounts}</p>
      {asksFor.length > 0 ? <p className="govuk-body">{missingWords(asksFor)}</p> : null}
    </>
  );
}

/** What is asked of them today or will be, as far as something is handed in for it. */
function openFor({ database, school, personId, today }: OwnVisit) {
  const person = findPersonFacts(database, school.id, personId);
  if (!person) throw notFound();
  const policy = schoolPolicy(database, school.id);
  return { person, policy, open: openToHandIn(standingsOf(policy, person, today)) };
}

function requireReturned({ database, personId }: OwnVisit, completionId: number): HistoryEntry {
  const entry = ownHistoryOf(database, personId).find(({ id }) => id === completionId);
  if (entry?.state !== 'returned') throw notFound();
  return entry;
}

function returnedWords({ checks }: HistoryEntry): string {
  const check = checks.at(-1);
  if (!check) return '';
  return `Returned by ${check.by}: ${returnedBecause(check)} What you typed then stands below; choose the picture again.`;
}
