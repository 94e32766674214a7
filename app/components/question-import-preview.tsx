import type { QuestionType } from '#app/domain/quiz/question.ts';
import type { ImportOutcome } from '#app/domain/quiz/question-import.ts';
import { factsOf } from '#app/domain/quiz/question-words.ts';
import { counted } from '#app/domain/words.ts';
import { Facts } from './bank-list.tsx';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Details, InsetText } from './content.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

export type PreviewedRow = {
  key: string;
  text: string;
  topic: string;
  type: QuestionType;
  mustPass: boolean;
  notes: string[];
};

export type ImportPreview = {
  name: string;
  counts: Record<ImportOutcome, number>;
  /** Of each outcome the first ones. */
  rows: Record<ImportOutcome, PreviewedRow[]>;
  /** What could not be taken, or not whole. */
  lines: { number: number; what: string; why: string }[];
  /** What the questions name and the school does not have, in sentences. */
  warnings: string[];
  /** What is sent back to be read again. */
  hidden: Record<string, string>;
};

type PreviewProps = { preview: ImportPreview; formKey: string };

/** What an import would do, and the button that does it. */
export function QuestionImportPreview({ preview, formKey }: PreviewProps) {
  const { counts, rows, lines, warnings } = preview;
  return (
    <>
      {warnings.map((warning) => (
        <InsetText key={warning}>{warning}</InsetText>
      ))}
      {lines.length > 0 ? <NotTaken lines={lines} /> : null}
      <Rows title="New questions" count={counts.new} rows={rows.new} />
      <Rows title="New revisions of your own" count={counts.revision} rows={rows.revision} />
      <There preview={preview} />
      <Apply preview={preview} formKey={formKey} />
    </>
  );
}

function NotTaken({ lines }: Pick<ImportPreview, 'lines'>) {
  return (
    <Section title="What could not be taken, or not whole">
      <Table
        caption="What could not be taken, or not whole"
        isCaptionHidden
        columns={[
          { key: 'what', head: 'In the file', isRowHead: true },
          { key: 'why', head: 'Why' },
        ]}
        rows={lines.map((line, index) => ({
          key: `${line.number} ${index}`,
          cells: { what: line.what, why: line.why },
        }))}
      />
    </Section>
  );
}

type RowsProps = { title: string; count: number; rows: readonly PreviewedRow[] };

function Rows({ title, count, rows }: RowsProps) {
  if (count === 0) return null;
  return (
    <Section title={`${title}: ${count}`}>
      <List rows={rows} />
      <More shown={rows.length} count={count} />
    </Section>
  );
}

function List({ rows }: { rows: readonly PreviewedRow[] }) {
  return (
    <ul className="bank">
      {rows.map((row) => (
        <li className="bank__row" key={row.key}>
          <div className="bank__what">
            <p className="bank__text">{row.text}</p>
            <Facts facts={factsOf({ ...row, isShared: false }).slice(0, -1)} />
          </div>
          <div className="bank__state">
            {row.notes.map((note) => (
              <span className="bank__because" key={note}>
                {note}
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function More({ shown, count }: { shown: number; count: number }) {
  if (shown >= count) return null;
  return <p className="govuk-body soft">And {count - shown} more.</p>;
}

/** What is there already, or stands in the file before: nothing becomes of it. */
function There({ preview: { counts, rows } }: { preview: ImportPreview }) {
  const parts = [
    { key: 'same' as const, title: `There already: ${counts.same}` },
    { key: 'twice' as const, title: `In the file twice: ${counts.twice}` },
  ].filter(({ key }) => counts[key] > 0);
  return parts.map(({ key, title }) => (
    <Details key={key} summary={title}>
      <List rows={rows[key]} />
      <More shown={rows[key].length} count={counts[key]} />
    </Details>
  ));
}

function Apply({ preview: { counts, hidden }, formKey }: PreviewProps) {
  const imported = counts.new + counts.revision;
  return (
    <Section title="Import them">
      {imported === 0 ? (
        <p className="govuk-body">There is nothing in the file that is not in the bank already.</p>
      ) : (
        <p className="govuk-body">
          They become the school’s own questions. None of them is asked until somebody has read it
          and confirmed that it fits the offer: afterwards they are among the{' '}
          <a href="/dsl/questions?state=check-me">questions to check</a>. All of them are imported,
          or none.
        </p>
      )}
      <ButtonGroup>
        {imported === 0 ? null : (
          <form method="post" action="/dsl/questions/import" encType="multipart/form-data">
            <FormKey value={formKey} />
            <input type="hidden" name="step" value="import" />
            {Object.entries(hidden).map(([name, value]) => (
              <input type="hidden" name={name} value={value} key={name} />
            ))}
            <Button>Import {counted(imported, 'question', 'questions')}</Button>
          </form>
        )}
        <a href="/dsl/questions/import">Choose another file</a>
      </ButtonGroup>
    </Section>
  );
}
