import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { outdatedTold, requireAttemptAt, requireOwnFacts } from '#app/auth/attempt-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { requireOwnVisit } from '#app/auth/visit.ts';
import { AttemptNext } from '#app/components/attempt-next.tsx';
import { AttemptReview } from '#app/components/attempt-review.tsx';
import { Notification } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { titleOf } from '#app/components/shell.ts';
import { listAttempts, type WholeAttempt } from '#app/data/attempts.ts';
import { findCertificateOf } from '#app/data/certificates.ts';
import { type KnownPerson, schoolFacts } from '#app/data/facts.ts';
import { listSections } from '#app/data/offer.ts';
import { listTalks } from '#app/data/quiz-results.ts';
import { findQuiz } from '#app/data/quizzes.ts';
import { leadsInWords, leadsOf } from '#app/domain/leads.ts';
import { pastOf } from '#app/domain/quiz/earlier.ts';
import { OUTDATED } from '#app/domain/quiz/outdated.ts';
import { failsToTalkOf, isForPerson } from '#app/domain/quiz/own-quizzes.ts';
import { passInWords } from '#app/domain/quiz/pass-words.ts';
import { resultAnswer } from '#app/domain/quiz/result-words.ts';
import { mayStart } from '#app/domain/quiz/retry.ts';
import { type CitedSection, citedSection, readFirst, reviewOf } from '#app/domain/quiz/review.ts';
import { progressOf } from '#app/domain/quiz/shown.ts';
import type { Policy } from '#app/domain/types.ts';

/** What is said where something was sent that came too late. */
const NOTES: Record<string, string> = {
  again: 'This quiz was handed in already. Nothing was changed.',
  late: 'This quiz was handed in already. Your last answer came after that and was not kept.',
};

type OwnVisit = Awaited<ReturnType<typeof requireOwnVisit>>;
type Loaded = Awaited<ReturnType<typeof loader>>;

export function meta({ data }: { data?: Loaded }) {
  return [{ title: titleOf(data?.title ?? 'Result', data?.shell.schoolName) }];
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const attempt = requireAttemptAt(args, visit);
  if (attempt.submittedAt === null) throw redirect(whereToGoOn(attempt), 303);
  const { policy, people } = schoolFacts(visit.database, visit.school.id);
  const person = requireOwnFacts(visit);
  const questions = questionsShown(visit, attempt);
  return {
    shell: shellOf(visit),
    title: `Result: ${attempt.quizTitle}`,
    answer: answerOf(visit, attempt, policy, person),
    note: noteOf(visit, attempt, new URL(args.request.url).searchParams.get('note') ?? ''),
    next: nextShown(visit, attempt, person),
    readFirst: attempt.hasPassed ? [] : readFirst(questions),
    leads: leadsInWords(leadsOf(people, visit.today, visit.personId)),
    questions,
  };
}

export default function ResultPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page
      title={page.title}
      shell={page.shell}
      back={{ href: '/my/quizzes', label: 'Back to my quizzes' }}
      answer={page.answer}
    >
      {page.note ? <Notification kind="important">{page.note}</Notification> : null}
      <AttemptNext next={page.next} readFirst={page.readFirst} leads={page.leads} />
      <AttemptReview questions={page.questions} />
    </Page>
  );
}

/** The first question that is not answered; where all are, handing in. */
function whereToGoOn({ id, questions }: WholeAttempt): string {
  const first = questions.find((question) => progressOf(question) !== 'answered');
  return `/my/quizzes/attempts/${id}/${first?.position ?? 'hand-in'}`;
}

/** Practice that was to count says so where it was just handed in; else it is practice as any. */
function noteOf(visit: OwnVisit, attempt: WholeAttempt, note: string): string | null {
  const why = OUTDATED.find((one) => one === note) ?? null;
  const outdated = attempt.kind === 'practice' ? outdatedTold(visit, attempt, why) : null;
  return outdated?.sentence ?? (Object.hasOwn(NOTES, note) ? (NOTES[note] ?? null) : null);
}

/** The score, whether it passes, and what it counts for. */
function answerOf(
  visit: OwnVisit,
  attempt: WholeAttempt,
  policy: Policy,
  person: KnownPerson,
): string {
  const { kind, score, passMark, hasPassed, questions } = attempt;
  const missed = questions.filter(({ revision, isRight }) => revision.mustPass && !isRight);
  const result = resultAnswer({
    kind,
    score: score ?? 0,
    outOf: questions.length,
    passMark,
    hasPassed: hasPassed === true,
    missedMustPass: missed.length,
  });
  const counts = countsOf(visit, attempt, policy, person);
  return counts === null ? result : `${result} ${counts}`;
}

/** What a pass counts for; null where it is none, or where there is nothing to say. */
function countsOf(
  { database, school, personId, today }: OwnVisit,
  { id, quizId, kind, hasPassed, submittedOn }: WholeAttempt,
  policy: Policy,
  person: KnownPerson,
): string | null {
  if (kind === 'practice' || !hasPassed || submittedOn === null) return null;
  const completed = findCertificateOf(database, personId, id)?.completed ?? null;
  const requirementId = findQuiz(database, school.id, quizId)?.requirementId ?? null;
  return passInWords(policy, person, { passedOn: submittedOn, completed, requirementId }, today);
}

/** What there is to do now: print the certificate, try again, or wait for the day. */
function nextShown(
  visit: OwnVisit,
  { id, quizId, kind, hasPassed }: WholeAttempt,
  person: KnownPerson,
) {
  const { database, school, personId, today } = visit;
  const quiz = findQuiz(database, school.id, quizId);
  const attempts = listAttempts(database, personId).filter((one) => one.quizId === quizId);
  const talks = listTalks(database, school.id).filter(
    (talk) => talk.personId === personId && talk.quizId === quizId,
  );
  const hasCertificate = kind === 'counts' && hasPassed === true;
  return {
    kind,
    hasPassed: hasPassed === true,
    certificateHref: hasCertificate ? `/my/quizzes/attempts/${id}/certificate` : null,
    quizHref: quiz && isForPerson(quiz, person, today) ? `/my/quizzes/${quizId}` : null,
    start: quiz ? mayStart({ quiz, attempts: pastOf(attempts), on: today }) : null,
    failsToTalkOf: failsToTalkOf(attempts, talks),
  };
}

/** Every question with what was answered, what was right, and where it is to be read. */
function questionsShown({ database, school, today }: OwnVisit, { questions, seed }: WholeAttempt) {
  const sections: CitedSection[] = listSections(database, school.id, today);
  return questions.map(({ position, revision, answer, isRight }) => ({
    position,
    story: revision.story,
    text: revision.text,
    mustPass: revision.mustPass,
    isRight: isRight === true,
    isAnswered: answer !== null,
    review: reviewOf({ revision, seed }, answer),
    section: citedSection(sections, revision.section),
    source: revision.source,
  }));
}
