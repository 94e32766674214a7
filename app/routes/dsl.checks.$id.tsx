import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { justChecked, queueSeenBy, requireCompletionAt } from '#app/auth/check-page.ts';
import { requirePersonFactsAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { AcceptForm, CheckFoot, ReturnForm } from '#app/components/check-forms.tsx';
import { CheckLook } from '#app/components/check-look.tsx';
import { InsetText, SummaryList } from '#app/components/content.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { History } from '#app/components/history.tsx';
import { JustChecked } from '#app/components/just-checked.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { type KnownPerson, schoolPolicy } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { effectsOfAccepting } from '#app/domain/evidence/accepting.ts';
import { missingOf } from '#app/domain/evidence/asked.ts';
import { checkersInWords, WIDENED_WORDS } from '#app/domain/evidence/checkers.ts';
import { evidenceFacts, stateInWords } from '#app/domain/evidence/facts.ts';
import { isOwn, nextAfter, type Waiting, waitedInWords } from '#app/domain/evidence/queue.ts';
import { sentenceCase } from '#app/domain/words.ts';
import { justCheckedIn, parseCheck } from '#app/forms/check.ts';
import { typedValues } from '#app/forms/fields.ts';
import { checkCompletion } from '#app/operations/check-completion.ts';

export const meta = titled('A check');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'check-evidence');
  const completion = requireCompletionAt(args, visit);
  const person = requirePersonFactsAt({ params: { id: String(completion.personId) } }, visit);
  const { entry, earlier } = historyAround(visit, person, completion);
  const seen = queueSeenBy(visit);
  const place = seen.queue.find(({ completionId }) => completionId === completion.id);
  const isWaiting = entry.state === 'awaiting-check';
  const own = isOwn(completion, seen.ownIds);
  const next = nextAfter(seen.queue, completion.id, seen.ownIds);
  const policy = schoolPolicy(visit.database, visit.school.id);
  return {
    shell: shellOf(visit),
    keys: { accept: newFormKey(), return: newFormKey() },
    justChecked: justChecked(visit, justCheckedIn(args.request.url), seen),
    person: { id: person.id, name: person.name },
    requirement: completion.requirementName,
    answer: place ? `${sentenceCase(waitedInWords(place, visit.today))}.` : stateInWords(entry),
    facts: [...evidenceFacts(entry, completion.asksFor), ...(place ? [checkersShown(place)] : [])],
    files: entry.files,
    missing: missingOf(completion, completion),
    effects: effectsOfAccepting(policy, person, completion.id, visit.today),
    earlier,
    isOwn: own,
    mayDecide: isWaiting && !own,
    nextHref: next === null ? null : `/dsl/checks/${next}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'check-evidence');
  const completion = requireCompletionAt(args, visit);
  const form = await args.request.formData();
  const parsed = parseCheck(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  // As the queue stood: whoever looks after the deputies' share is led on through that.
  const { queue, ownIds } = queueSeenBy(visit);
  const next = nextAfter(queue, completion.id, ownIds);
  try {
    const { completionId } = await checkCompletion(actOf(visit, form), {
      completionId: completion.id,
      ...parsed.command,
    });
    const page = next === null ? '/dsl/checks' : `/dsl/checks/${next}`;
    return redirect(`${page}?checked=${completionId}`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function CheckPage() {
  const page = useLoaderData<typeof loader>();
  const form = givenBack(useActionData<typeof action>());
  const { person, earlier } = page;
  return (
    <Page
      title={page.requirement}
      caption={person.name}
      shell={page.shell}
      answer={page.answer}
      notification={page.justChecked ? <JustChecked {...page.justChecked} /> : null}
      errors={form.errors}
      back={{ href: '/dsl/checks', label: 'Back to all that waits' }}
      width="wide"
    >
      <div className="check">
        <div className="check__look">
          <CheckLook files={page.files} name={person.name} />
        </div>
        <div className="check__said">
          <SummaryList rows={page.facts} />
          {page.isOwn ? (
            <InsetText>This concerns you, so somebody else looks at it.</InsetText>
          ) : null}
          {page.mayDecide ? (
            <>
              <AcceptForm
                formKey={page.keys.accept}
                form={form}
                missing={page.missing}
                effects={page.effects}
              />
              <ReturnForm formKey={page.keys.return} form={form} name={person.name} />
            </>
          ) : null}
          <CheckFoot nextHref={page.nextHref} hasForms={page.mayDecide} />
        </div>
      </div>
      {earlier.length > 0 ? (
        <section className="part">
          <h2 className="part__title">
            What else is recorded for it <span className="part__count">{earlier.length}</span>
          </h2>
          <History entries={earlier} />
        </section>
      ) : null}
      <p className="govuk-body no-print">
        <a className="govuk-link" href={`/dsl/people/${person.id}`}>
          Everything about {person.name}
        </a>
      </p>
    </Page>
  );
}

/** The completion as its story is told, and what else is recorded for the same requirement. */
function historyAround(
  { database }: SchoolVisit,
  { id: personId }: KnownPerson,
  { id, requirementId }: { id: number; requirementId: number },
) {
  const own = historyOf(database, personId).filter((one) => one.requirementId === requirementId);
  const entry = own.find((one) => one.id === id);
  if (!entry) throw new Error(`Completion ${id} is in nobody's history`);
  return { entry, earlier: own.filter((one) => one.id !== id) };
}

/** Who is meant to look, and why not the lead alone. */
function checkersShown({ checkers }: Waiting) {
  const why = checkers.because ? `. ${WIDENED_WORDS[checkers.because]}` : '';
  return { key: 'To look at it', value: `${checkersInWords(checkers)}${why}` };
}
