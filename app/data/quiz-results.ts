import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import type { HandedIn } from '#app/domain/quiz/results.ts';
import type { MarkedOnce } from '#app/domain/quiz/statistics.ts';
import type { Talk, Tried } from '#app/domain/quiz/talks.ts';
import type { TopicFigure } from '#app/domain/quiz/topic-figures.ts';
import { quizTalks } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

type Days = { from: Day; to: Day };

/** What is told of an attempt: it counts and was handed in. Practice is in no figure. */
const COUNTS = sql`a.kind = 'counts' and a.submitted_on is not null`;

/** In a demo a day may be travelled to, so that the day comes before the instant. */
const IN_ORDER = sql`a.submitted_on, a.submitted_at, a.id`;

/** Everything that was handed in at a school on these days, both included, in order; of one quiz or of all. */
export function listHandedIn(
  reader: Reader,
  schoolId: number,
  { from, to }: Days,
  quizId: number | null = null,
): HandedIn[] {
  type Row = Omit<HandedIn, 'hasPassed' | 'isWithdrawn' | 'completed'> & {
    hasPassed: number;
    isWithdrawn: number;
    completionId: number | null;
    requirementId: number | null;
  };
  const rows = reader.all<Row>(sql`
    select a.id as attemptId, a.person_id as personId, a.quiz_id as quizId,
      a.submitted_on as submittedOn, a.score, a.has_passed as hasPassed,
      (select count(*) from attempt_questions t where t.attempt_id = a.id) as outOf,
      a.completion_id as completionId, c.requirement_id as requirementId,
      w.completion_id is not null as isWithdrawn
    from quizzes q join attempts a on a.quiz_id = q.id
    left join completions c on c.id = a.completion_id
    left join withdrawals w on w.completion_id = a.completion_id
    where q.school_id = ${schoolId} and ${COUNTS} and a.submitted_on between ${from} and ${to}
      and ${quizId === null ? sql`true` : sql`q.id = ${quizId}`}
    order by ${IN_ORDER}`);
  return rows.map(({ completionId, requirementId, hasPassed, isWithdrawn, ...row }) => ({
    ...row,
    hasPassed: hasPassed === 1,
    isWithdrawn: isWithdrawn === 1,
    completed:
      completionId === null || requirementId === null ? null : { completionId, requirementId },
  }));
}

/** The day on which somebody of a school first handed in a quiz that counts, or null. */
export function firstHandedInOn(reader: Reader, schoolId: number): Day | null {
  const row = reader.get<{ first: Day | null }>(sql`
    select min(a.submitted_on) as first from quizzes q join attempts a on a.quiz_id = q.id
    where q.school_id = ${schoolId} and ${COUNTS}`);
  return row?.first ?? null;
}

/** How the topics were answered in each person's first attempt of these days at each quiz. */
export function listTopicFigures(reader: Reader, schoolId: number, days: Days): TopicFigure[] {
  const first = firstAttempts(
    sql`q.school_id = ${schoolId} and a.submitted_on between ${days.from} and ${days.to}`,
  );
  return reader.all<TopicFigure>(sql`
    with first as (${first})
    select r.topic, sum(t.is_right) as "right", count(*) as "of",
      count(distinct first.personId) as people
    from first join attempt_questions t on t.attempt_id = first.id
    join question_revisions r on r.id = t.revision_id
    group by r.topic order by r.topic`);
}

/**
 * Every answer in a first attempt, by the id of the revision: its mark and that of the rest of the
 * attempt. Shared questions over all schools of the trust, the school's own here alone, both over all
 * years. Alike rows come once from the database, with how many there are.
 */
export function readMarks(reader: Reader, schoolId: number): Map<number, MarkedOnce[]> {
  type Row = { revisionId: number; mark: number; restRight: number; rest: number; times: number };
  const rows = reader.all<Row>(sql`
    with first as (${firstAttempts(isOfTrust(schoolId))}), whole as (
      select first.id, first.schoolId, count(*) as questions, sum(t.is_right) as "right"
      from first join attempt_questions t on t.attempt_id = first.id group by first.id)
    select t.revision_id as revisionId, t.is_right as mark, whole."right" - t.is_right as restRight,
      whole.questions - 1 as rest, count(*) as times
    from whole join attempt_questions t on t.attempt_id = whole.id
    ${knownTo(schoolId, sql`whole`)}
    group by t.revision_id, t.is_right, restRight, rest`);
  const marks = new Map<number, MarkedOnce[]>();
  for (const { revisionId, mark, restRight, rest, times } of rows) {
    const once = { mark, restMark: rest === 0 ? null : restRight / rest };
    const known = marks.get(revisionId) ?? [];
    marks.set(revisionId, known.concat(Array.from({ length: times }, () => once)));
  }
  return marks;
}

/** What was answered to these revisions in first attempts, as `readMarks` counts them. */
export function readAnswers(
  reader: Reader,
  schoolId: number,
  revisionIds: readonly number[],
): Map<number, (QuestionAnswer | null)[]> {
  const answers = new Map<number, (QuestionAnswer | null)[]>(revisionIds.map((id) => [id, []]));
  type Row = { revisionId: number; answer: string | null; times: number };
  const rows = reader.all<Row>(sql`
    with first as (${firstAttempts(isOfTrust(schoolId))})
    select t.revision_id as revisionId, t.answer, count(*) as times
    from first join attempt_questions t on t.attempt_id = first.id
    ${knownTo(schoolId, sql`first`)}
    where t.revision_id in (select value from json_each(${JSON.stringify(revisionIds)}))
    group by t.revision_id, t.answer`);
  for (const { revisionId, answer, times } of rows) {
    const given = answer === null ? null : (JSON.parse(answer) as QuestionAnswer);
    answers.get(revisionId)?.push(...Array.from({ length: times }, () => given));
  }
  return answers;
}

/** The first attempt of each person at each quiz, among those of which `where` is true. */
function firstAttempts(where: SQL): SQL {
  return sql`
    select id, personId, schoolId from (
      select a.id, a.person_id as personId, q.school_id as schoolId,
        row_number() over (partition by a.person_id, a.quiz_id order by ${IN_ORDER}) as nth
      from quizzes q join attempts a on a.quiz_id = q.id
      where ${COUNTS} and ${where})
    where nth = 1`;
}

/** At any school of the trust to which this one belongs. */
function isOfTrust(schoolId: number): SQL {
  return sql`q.school_id in (
    select s.id from schools s join schools own on own.trust_id = s.trust_id
    where own.id = ${schoolId})`;
}

/** Only figures of shared questions cross from school to school. `from` has the school of the attempt. */
function knownTo(schoolId: number, from: SQL): SQL {
  return sql`
    join question_revisions r on r.id = t.revision_id
    join questions n on n.id = r.question_id
      and (n.trust_id is not null or (n.school_id = ${schoolId} and ${from}.schoolId = ${schoolId}))`;
}

/**
 * All attempts that were handed in by whoever failed a quiz of the school so often that a talk may be
 * due, in order. `fails`: after how many it is.
 */
export function listTriedOften(reader: Reader, schoolId: number, fails: number): Tried[] {
  type Row = Omit<Tried, 'hasPassed'> & { hasPassed: number };
  const rows = reader.all<Row>(sql`
    select a.person_id as personId, a.quiz_id as quizId, a.submitted_on as submittedOn,
      a.has_passed as hasPassed
    from quizzes q join attempts a on a.quiz_id = q.id
    where q.school_id = ${schoolId} and ${COUNTS} and ${fails} <= (
      select count(*) from attempts b
      where b.person_id = a.person_id and b.quiz_id = a.quiz_id
        and b.kind = 'counts' and b.has_passed = 0)
    order by ${IN_ORDER}`);
  return rows.map((row) => ({ ...row, hasPassed: row.hasPassed === 1 }));
}

/** Every talk about a quiz of the school, in order. */
export function listTalks(reader: Reader, schoolId: number): Talk[] {
  return reader.all<Talk>(sql`
    select t.person_id as personId, t.quiz_id as quizId, t.talked_on as talkedOn
    from quizzes q join quiz_talks t on t.quiz_id = q.id
    where q.school_id = ${schoolId} order by t.talked_on, t.id`);
}

export type NewTalk = Omit<typeof quizTalks.$inferInsert, 'id'>;

/** Notes that somebody was talked with. Answers its id. */
export function insertTalk(transaction: Transaction, talk: NewTalk): number {
  return transaction.insert(quizTalks).values(talk).returning().get().id;
}
