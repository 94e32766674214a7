import type { Database } from './database.ts';
import type { Cells } from './export-tables.ts';

type Record = {
  columns: string[];
  sql: string;
  /** How people did: for those who may see results. */
  isResult?: true;
};

const WHO = `p.ref, trim(p.first_name || ' ' || p.last_name)`;

/** What was taught, answered and declared before, by file: to be read, and not to be imported. */
const RECORDS: { [file: string]: Record } = {
  'offer-history.csv': {
    columns: [
      ...['topic', 'number', 'title', 'summary', 'body', 'source_document', 'source_place'],
      ...['checked_on', 'review_by', 'owner', 'saved_at', 'published_at'],
    ],
    sql: `select s.topic, r.number, r.title, r.summary, r.body, r.source_document, r.source_place,
        r.checked_on, r.review_by, r.owner, r.saved_at, r.published_at
      from offer_revisions r join offer_sections s on s.id = r.section_id
      where s.school_id = ? order by s.position, s.id, r.number`,
  },
  'question-history.csv': {
    columns: ['key', 'number', 'type', 'story', 'text', 'options', 'extras', 'saved_at'],
    sql: `select q.key, r.number, r.type, r.story, r.text, r.options, r.extras, r.saved_at
      from question_revisions r join questions q on q.id = r.question_id
      where q.school_id = ? order by q.key, r.number`,
  },
  'declarations.csv': {
    columns: [
      ...['person_id', 'name', 'requirement', 'publication', 'edition', 'parts', 'declared_on'],
      ...['words', 'read_at', 'file_sha256', 'on_signed_sheet', 'withdrawn_because'],
    ],
    sql: `select ${WHO}, q.key, b.title, e.title,
        (select group_concat(value, '; ') from json_each(d.parts)), c.completed_on,
        d.words, d.link, d.file_sha256, case d.is_on_behalf when 1 then 'yes' end, w.reason
      from declarations d join completions c on c.id = d.completion_id
      join people p on p.id = c.person_id join requirements q on q.id = c.requirement_id
      join editions e on e.id = c.edition_id join publications b on b.id = e.publication_id
      left join withdrawals w on w.completion_id = c.id
      where p.school_id = ? order by c.completed_on, c.id`,
  },
  'attempts.csv': {
    isResult: true,
    columns: [
      ...['attempt', 'person_id', 'name', 'quiz', 'started_on', 'submitted_on'],
      ...['score', 'passed', 'certificate'],
    ],
    sql: `select t.id, ${WHO}, t.quiz_title, t.started_on, t.submitted_on, t.score,
        case t.has_passed when 1 then 'yes' when 0 then 'no' end, c.code
      from attempts t join people p on p.id = t.person_id
      left join quiz_certificates c on c.attempt_id = t.id
      where p.school_id = ? and t.kind = 'counts' order by t.id`,
  },
  'answers.csv': {
    isResult: true,
    columns: ['attempt', 'position', 'question', 'revision', 'answer', 'right'],
    sql: `select a.attempt_id, a.position, q.key, r.number, a.answer,
        case a.is_right when 1 then 'yes' when 0 then 'no' end
      from attempt_questions a join attempts t on t.id = a.attempt_id
      join people p on p.id = t.person_id
      join question_revisions r on r.id = a.revision_id join questions q on q.id = r.question_id
      where p.school_id = ? and t.kind = 'counts' order by a.attempt_id, a.position`,
  },
  'first-weeks.csv': {
    columns: ['person_id', 'name', 'list', 'step', 'side', 'done', 'on', 'by'],
    sql: `select ${WHO}, l.key, s.key, t.side, iif(t.is_done, 'yes', 'no'), t.ticked_on,
        (select o.ref from account_people a join people o on o.id = a.person_id
          where a.account_id = t.ticked_by and o.school_id = p.school_id)
      from induction_ticks t join people p on p.id = t.person_id
      join induction_steps s on s.id = t.step_id join induction_lists l on l.id = s.list_id
      where p.school_id = ? order by t.id`,
  },
  'briefing.csv': {
    columns: ['point', 'added_on', 'said_on', 'said'],
    sql: `select words, added_on, said_on, said from briefing_points
      where school_id = ? order by id`,
  },
};

/**
 * What a school's export holds beside what can be imported again: history and briefings; attempts too
 * where `withResults`. Practice is nobody's but the person's own, and in none of them.
 */
export function contentRecords(
  database: Database,
  schoolId: number,
  withResults: boolean,
): { [file: string]: Cells[] } {
  const records = Object.entries(RECORDS).filter(([, { isResult }]) => withResults || !isResult);
  const tables = records.map(([file, { columns, sql }]) => {
    const rows = database.$client.prepare(sql).raw().all(schoolId) as Cells[];
    return [file, [columns, ...rows]] as [string, Cells[]];
  });
  return Object.fromEntries(tables);
}
