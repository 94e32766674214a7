import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notAllowed, notFound, refusedForm } from '#app/auth/answers.ts';
import { requirePersonFactsAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import {
  actOf,
  newFormKey,
  parseId,
  requireSchoolVisit,
  type SchoolVisit,
} from '#app/auth/visit.ts';
import { Button, ButtonGroup, ButtonLink, FormKey } from '#app/components/button.tsx';
import { SummaryList } from '#app/components/content.tsx';
import { EvidenceFiles } from '#app/components/evidence-files.tsx';
import { type GivenBack, givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea } from '#app/components/text-input.tsx';
import { schoolPolicy } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { listPersonIdsOf } from '#app/data/people.ts';
import { inWords } from '#app/domain/days.ts';
import { stateInWords } from '#app/domain/evidence/facts.ts';
import { evidenceInWords, type HistoryEntry } from '#app/domain/history.ts';
import { may } from '#app/domain/permissions.ts';
import { datePreview } from '#app/domain/preview.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseWithdrawal } from '#app/forms/withdrawal.ts';
import { withdrawCompletion } from '#app/operations/withdraw-completion.ts';

export const meta = titled('A completion');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'check-evidence');
  const { person, entry } = findEntry(args, visit);
  const isOwn = listPersonIdsOf(visit.database, visit.accountId).includes(person.id);
  const isWaiting = entry.state === 'awaiting-check';
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    person: { id: person.id, name: person.name },
    requirement: entry.requirement,
    facts: factsShown(visit, entry),
    files: entry.files,
    isOwn,
    checkHref: isWaiting && !isOwn ? `/dsl/checks/${entry.id}` : null,
    mayWithdraw: entry.state !== 'withdrawn' && may(visit.roles, 'record-training'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'check-evidence');
  if (!may(visit.roles, 'record-training')) throw notAllowed('record-training');
  const { person, entry } = findEntry(args, visit);
  const form = await args.request.formData();
  const parsed = parseWithdrawal(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  try {
    const { reason } = parsed.command;
    await withdrawCompletion(actOf(visit, form), { completionId: entry.id, reason });
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
  // All of the history, so that what was decided on is in sight, however old it is.
  return redirect(`/dsl/people/${person.id}?history=all&done=withdrawn`, 303);
}

export default function CompletionPage() {
  const page = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  const home = `/dsl/people/${page.person.id}`;
  return (
    <Page
      title={page.requirement}
      caption={page.person.name}
      shell={page.shell}
      back={{ href: home, label: `Back to ${page.person.name}` }}
      errors={form.errors}
    >
      <SummaryList rows={page.facts} />
      <EvidenceFiles files={page.files} />
      {page.isOwn ? (
        <p className="govuk-body">This concerns you, so somebody else checks it.</p>
      ) : null}
      {page.checkHref ? (
        <ButtonGroup>
          <ButtonLink href={page.checkHref}>Check it</ButtonLink>
        </ButtonGroup>
      ) : null}
      {page.mayWithdraw ? <WithdrawForm formKey={page.formKey} form={form} home={home} /> : null}
    </Page>
  );
}

type WithdrawFormProps = { formKey: string; form: GivenBack; home: string };

function WithdrawForm({ formKey, form, home }: WithdrawFormProps) {
  return (
    <form method="post" noValidate>
      <FormKey value={formKey} />
      <h2>Withdraw it</h2>
      <p className="govuk-body">
        If it was entered wrongly. It stays in the history, and no longer counts.
      </p>
      <Textarea
        name="reason"
        label="Reason"
        hint="Never anything about a child"
        rows={3}
        maxLength={500}
        value={form.value('reason')}
        errors={form.errors}
      />
      <ButtonGroup>
        <Button kind="warning">Withdraw it</Button>
        <a className="govuk-link" href={home}>
          Cancel
        </a>
      </ButtonGroup>
    </form>
  );
}

function findEntry({ params }: LoaderFunctionArgs, visit: SchoolVisit) {
  const person = requirePersonFactsAt({ params }, visit);
  const id = parseId(params.completionId);
  const entry = historyOf(visit.database, person.id).find((one) => one.id === id);
  if (!entry) throw notFound();
  return { person, entry };
}

function factsShown(visit: SchoolVisit, entry: HistoryEntry) {
  const policy = schoolPolicy(visit.database, visit.school.id);
  const requirement = policy.requirements.find(({ id }) => id === entry.requirementId);
  const counts = requirement
    ? datePreview(policy, requirement, entry.completedOn, entry.printedExpiryOn)
    : [];
  return [
    { key: 'Completed', value: inWords(entry.completedOn) },
    { key: 'Evidence', value: evidenceInWords(entry) },
    { key: 'What it is good for', value: counts.map(({ sentence }) => sentence).join(' ') },
    { key: 'Recorded by', value: entry.recordedBy ?? 'An import' },
    { key: 'State', value: stateInWords(entry) },
  ];
}
