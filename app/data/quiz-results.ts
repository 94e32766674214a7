import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { HandedIn } from '#app/domain/quiz/results.ts';
import type { Talk, Tried } from '#app/domain/quiz/talks.ts';
import type { TopicFigure } from '#app/domain/quiz/topic-figures.ts';
import { quizTalks } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

type Days = { from: Day; to: Day };

/** What is told of an attempt: it counts and was handed in. Practice is in no figure. */
const COUNTS = sql`a.kind = 'counts' and a.submitted_on is not null`;

/** In a demo a day may be travelled to, so that the day comes before the instant. */
const IN_ORDER = sql`a.submitted_on, a.submitted_at, a.id`;

/** By the year in which it began, as `academicYearOf`. */
const ACADEMIC_YEAR = sql`substr(a.submitted_on, 1, 4) - (substr(a.submitted_on, 6) < '09-01')`;

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
  return daysHandedIn(reader, schoolId).first;
}

/** The day on which somebody of a school last handed in a quiz that counts, or null. */
export function lastHandedInOn(reader: Reader, schoolId: number): Day | null {
  return daysHandedIn(reader, schoolId).last;
}

function daysHandedIn(reader: Reader, schoolId: number) {
  const row = reader.get<{ first: Day | null; last: Day | null }>(sql`
    select min(a.submitted_on) as first, max(a.submitted_on) as last
    from quizzes q join attempts a on a.quiz_id = q.id
    where q.school_id = ${schoolId} and ${COUNTS}`);
  return row ?? { first: null, last: null };
}

/**
 * How the topics were answered in each person's first attempt at each quiz: in these days, which are of
 * one academic year.
 */
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
 * The first attempt of each person at each quiz in each academic year, among those of which `where` is
 * true. A quiz that is taken every year, or whose question is worded anew, is then answered by everybody
 * and not by newcomers alone.
 */
export function firstAttempts(where: SQL): SQL {
  return sql`
    select id, personId from (
      select a.id, a.person_id as personId, row_number() over (
        partition by a.person_id, a.quiz_id, ${ACADEMIC_YEAR} order by ${IN_ORDER}) as nth
      from quizzes q join attempts a on a.quiz_id = q.id
      where ${COUNTS} and ${where})
    where nth = 1`;
}

/**
 * All attempts that were handed in by whoever failed a quiz of the school so often that a talk may be
 * due, in order. `fails`: after how many it is.
 */
export function listTriedOften(reader: Reader, schoolId: number, fails: number): Tried[] {
  type Row = Omit<Tried, 'hasPassed'> & { hasPassed: number };
  const rows = reader.all<Row>(sql`
    select a.person_id as personId, a.quiz_id as quizId, a.submitted_on as submittedOn,
      a.submitted_at as submittedAt, a.has_passed as hasPassed
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
    select t.person_id as personId, t.quiz_id as quizId, t.talked_on as talkedOn,
      t.noted_at as notedAt
    from quizzes q join quiz_talks t on t.quiz_id = q.id
    where q.school_id = ${schoolId} order by t.talked_on, t.id`);
}

export type NewTalk = Omit<typeof quizTalks.$inferInsert, 'id'>;

/** Notes that somebody was talked with. Answers its id. */
export function insertTalk(transaction: Transaction, talk: NewTalk): number {
  return transaction.insert(quizTalks).values(talk).returning().get().id;
}
