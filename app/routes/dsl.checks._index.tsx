import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { justChecked, type QueueSeen, queueSeenBy } from '#app/auth/check-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonLink } from '#app/components/button.tsx';
import { CheckQueue, type WaitingShown } from '#app/components/check-queue.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { JustChecked } from '#app/components/just-checked.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import type { Day } from '#app/domain/days.ts';
import { checkersInWords, WIDENED_WORDS } from '#app/domain/evidence/checkers.ts';
import {
  isFor,
  isOwn,
  queueSentence,
  type Waiting,
  waitInWords,
} from '#app/domain/evidence/queue.ts';
import { justCheckedIn } from '#app/forms/check.ts';

export const meta = titled('Waiting for a check');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'check-evidence');
  const seen = queueSeenBy(visit);
  const shown = (waiting: Waiting[]) => waiting.map((one) => waitingShown(one, seen, visit.today));
  return {
    shell: shellOf(visit),
    answer: queueSentence(seen.queue, visit.today) ?? 'Nothing waits for a check.',
    justChecked: justChecked(visit, justCheckedIn(args.request.url), seen),
    forThem: shown(seen.forThem),
    others: shown(seen.others),
  };
}

export default function Checks() {
  const { shell, answer, forThem, others, ...page } = useLoaderData<typeof loader>();
  const [first] = forThem;
  return (
    <Page
      title="Waiting for a check"
      shell={shell}
      answer={answer}
      notification={page.justChecked ? <JustChecked {...page.justChecked} /> : null}
      back={{ href: '/dsl', label: 'Back to what to do next' }}
    >
      {first ? (
        <p className="no-print">
          <ButtonLink href={`/dsl/checks/${first.completionId}`}>
            {forThem.length === 1 ? 'Look at it' : 'Begin with the oldest'}
          </ButtonLink>
        </p>
      ) : null}
      {forThem.length + others.length === 0 ? (
        <EmptyState title="All looked at">
          <p className="govuk-body">
            What somebody hands in on their own page comes here, with its picture.
          </p>
        </EmptyState>
      ) : null}
      <CheckQueue title="For you" waiting={forThem} />
      <CheckQueue
        title="For somebody else"
        lead="You can look at these too, except your own."
        waiting={others}
      />
    </Page>
  );
}

function waitingShown(waiting: Waiting, { ownIds }: QueueSeen, today: Day): WaitingShown {
  const { completionId, person, requirement, evidence, completedOn, handedInOn } = waiting;
  const { checkers } = waiting;
  const isTheirs = isFor(waiting, ownIds);
  return {
    completionId,
    name: person.name,
    requirement,
    evidence,
    completedOn,
    handedInOn,
    wait: waitInWords(waiting, today),
    checkers: isTheirs && checkers.because === null ? null : checkersInWords(checkers),
    widened: checkers.because && WIDENED_WORDS[checkers.because],
    isOwn: isOwn(waiting, ownIds),
  };
}
