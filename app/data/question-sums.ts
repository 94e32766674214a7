import { sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import type { QuestionSums, SchoolSums } from '#app/domain/quiz/question-sums.ts';
import type { MarkSums } from '#app/domain/quiz/statistics.ts';
import { countAnswers } from '#app/domain/quiz/wrong-choice.ts';
import type { Reader } from './database.ts';
import { firstAttempts } from './quiz-results.ts';

/**
 * What the attempts at one school say of each question, up to and with a day: each person's first at
 * each quiz in each academic year. They are added up by the database, which answers with a few rows for
 * each question, however many attempts there are.
 */
export function readSchoolSums(reader: Reader, schoolId: number, upTo: Day): SchoolSums {
  const marks = byRevision(readMarks(reader, schoolId, upTo));
  const answers = byRevision(readAnswers(reader, schoolId, upTo));
  const shared = new Map<number, QuestionSums>();
  const own = new Map<number, QuestionSums>();
  for (const [revisionId, rows] of marks) {
    const counts = countAnswers(answers.get(revisionId) ?? []);
    const sums = { marks: rows.map(sumsIn), answers: counts };
    (rows[0]?.isShared ? shared : own).set(revisionId, sums);
  }
  return { shared, own };
}

function byRevision<Row extends { revisionId: number }>(rows: Row[]): Map<number, Row[]> {
  return Map.groupBy(rows, ({ revisionId }) => revisionId);
}

function sumsIn({ revisionId: _, isShared: __, ...sums }: MarkRow): MarkSums {
  return sums;
}

type MarkRow = MarkSums & { revisionId: number; isShared: number };

function readMarks(reader: Reader, schoolId: number, upTo: Day): MarkRow[] {
  return reader.all<MarkRow>(sql`
    with first as (${firstAtSchool(schoolId, upTo)}), asked as (
      select t.revision_id, t.is_right,
        count(*) over (partition by t.attempt_id) - 1 as others,
        sum(t.is_right) over (partition by t.attempt_id) - t.is_right as others_right
      from first join attempt_questions t on t.attempt_id = first.id)
    select r.id as revisionId, n.trust_id is not null as isShared, asked.others,
      count(*) as attempts, sum(asked.is_right) as "right", sum(asked.others_right) as othersRight,
      sum(asked.others_right * asked.others_right) as othersRightSquared,
      sum(asked.is_right * asked.others_right) as bothRight
    from asked join question_revisions r on r.id = asked.revision_id
    join questions n on n.id = r.question_id
    group by r.id, asked.others`);
}

type AnswerRow = { revisionId: number; answer: QuestionAnswer | null; times: number };

/** Alike answers come once, with how many there are. */
function readAnswers(reader: Reader, schoolId: number, upTo: Day): AnswerRow[] {
  const rows = reader.all<Omit<AnswerRow, 'answer'> & { answer: string | null }>(sql`
    with first as (${firstAtSchool(schoolId, upTo)})
    select t.revision_id as revisionId, t.answer, count(*) as times
    from first join attempt_questions t on t.attempt_id = first.id
    group by t.revision_id, t.answer`);
  return rows.map(({ answer, ...row }) => {
    return { ...row, answer: answer === null ? null : (JSON.parse(answer) as QuestionAnswer) };
  });
}

function firstAtSchool(schoolId: number, upTo: Day) {
  return firstAttempts(sql`q.school_id = ${schoolId} and a.submitted_on <= ${upTo}`);
}
