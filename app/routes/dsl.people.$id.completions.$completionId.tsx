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
import { Button, ButtonGroup, FormKey } from '#app/components/button.tsx';
import { Radios } from '#app/components/choices.tsx';
import { SummaryList } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { Textarea } from '#app/components/text-input.tsx';
import { schoolPolicy } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { inWords } from '#app/domain/days.ts';
import { evidenceInWords, type HistoryEntry } from '#app/domain/history.ts';
import { may } from '#app/domain/permissions.ts';
import { datePreview } from '#app/domain/preview.ts';
import { parseCompletionDecision } from '#app/forms/completion-decision.ts';
import { typedValues } from '#app/forms/fields.ts';
import { checkCompletion } from '#app/operations/check-completion.ts';
import { withdrawCompletion } from '#app/operations/withdraw-completion.ts';

export const meta = titled('A completion');

const DONE = { accept: 'accepted', return: 'returned', withdraw: 'withdrawn' } as const;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'check-evidence');
  const { person, entry } = findEntry(args, visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    person: { id: person.id, name: person.name },
    requirement: entry.requirement,
    facts: factsShown(visit, entry),
    decisions: decisionsOf(visit, person.id, entry),
    isOwn: visit.personId === person.id,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'check-evidence');
  const { person, entry } = findEntry(args, visit);
  const form = await args.request.formData();
  const parsed = parseCompletionDecision(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { decision, reason } = parsed.command;
  if (decision === 'withdraw' && !may(visit.roles, 'record-training')) {
    throw notAllowed('record-training');
  }
  try {
    if (decision === 'withdraw') {
      await withdrawCompletion(actOf(visit, form), {
        completionId: entry.id,
        reason: reason ?? '',
      });
    } else {
      await checkCompletion(actOf(visit, form), {
        completionId: entry.id,
        outcome: DONE[decision],
        reason,
      });
    }
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
  // All of the history, so that what was decided on is in sight, however old it is.
  return redirect(`/dsl/people/${person.id}?history=all&done=${DONE[decision]}`, 303);
}

export default function CompletionPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const values = answered && 'values' in answered ? answered.values : {};
  const errors = answered && 'errors' in answered ? answered.errors : undefined;
  return (
    <Page
      title={page.requirement}
      caption={page.person.name}
      shell={page.shell}
      back={{ href: `/dsl/people/${page.person.id}`, label: `Back to ${page.person.name}` }}
      errors={errors}
    >
      <SummaryList rows={page.facts} />
      {page.isOwn ? (
        <p className="govuk-body">This concerns you, so somebody else checks it.</p>
      ) : null}
      {page.decisions.length > 0 ? (
        <form method="post">
          <FormKey value={page.formKey} />
          <Radios
            name="decision"
            label="What do you want to do?"
            choices={page.decisions}
            value={typeof values.decision === 'string' ? values.decision : undefined}
            errors={errors}
          />
          <Textarea
            name="reason"
            label="Reason"
            hint="Needed to return or to withdraw it. Never anything about a child."
            rows={3}
            maxLength={500}
            value={typeof values.reason === 'string' ? values.reason : undefined}
            errors={errors}
          />
          <ButtonGroup>
            <Button>Save</Button>
            <a className="govuk-link" href={`/dsl/people/${page.person.id}`}>
              Cancel
            </a>
          </ButtonGroup>
        </form>
      ) : null}
    </Page>
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
    { key: 'State', value: STATES[entry.state] },
    ...(entry.withdrawnBecause ? [{ key: 'Why', value: entry.withdrawnBecause }] : []),
  ];
}

const STATES: Record<HistoryEntry['state'], string> = {
  counts: 'Counts',
  'awaiting-check': 'Waits for a check, and does not count yet',
  returned: 'Returned: it does not count',
  withdrawn: 'Withdrawn: it does not count',
};

/** What whoever looks may do with it: nobody checks their own. */
function decisionsOf(visit: SchoolVisit, personId: number, { state }: HistoryEntry) {
  const mayCheck = state === 'awaiting-check' && visit.personId !== personId;
  const mayWithdraw = state !== 'withdrawn' && may(visit.roles, 'record-training');
  return [
    ...(mayCheck
      ? [
          { value: 'accept', label: 'Accept it', hint: 'It counts from the day it was completed' },
          { value: 'return', label: 'Return it', hint: 'They see your reason' },
        ]
      : []),
    ...(mayWithdraw
      ? [
          {
            value: 'withdraw',
            label: 'Withdraw it',
            hint: 'It was entered wrongly. It stays in the history and no longer counts',
          },
        ]
      : []),
  ];
}
