import {
  type Choices,
  IMPORT_KIND_LABELS,
  IMPORT_KINDS,
  type Known,
  type Plan,
} from '#app/domain/import/types.ts';
import { EVIDENCE_LABELS } from '#app/domain/labels.ts';
import { EVIDENCE_KINDS } from '#app/domain/types.ts';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Checkbox } from './choices.tsx';
import { Details, InsetText } from './content.tsx';
import type { FieldErrors } from './field-errors.ts';
import { ImportColumns, ImportQuestions } from './import-questions.tsx';
import {
  Leavers,
  OUTCOME_LABELS,
  OUTCOMES,
  OutcomeNav,
  RightRows,
  type ShownOutcome,
  type ShownRow,
  WrongRows,
} from './import-rows.tsx';
import { Pagination } from './pagination.tsx';
import { Select } from './select.tsx';

type Preview = {
  id: number;
  plan: Omit<Plan, 'rows'>;
  known: Pick<Known, 'kinds' | 'requirements'>;
  choices: Choices;
  columns: { heading: string; examples: string[]; meaning: string; isAsked: boolean }[];
  meanings: { value: string; label: string }[];
  otherSheets: string[];
  /** When this very file was imported before. */
  sameFileAt: string | null;
  /** The facts version that was looked at: the import is refused where it is another by then. */
  seen: number;
  shown: ShownOutcome;
  page: number;
  pages: number;
  rows: ShownRow[];
};

type PreviewProps = { preview: Preview; keys: Record<string, string>; errors?: FieldErrors };

/** What an import would do, what it asks, and the button that does it. */
export function ImportPreview({ preview, keys, errors }: PreviewProps) {
  const { plan, known } = preview;
  const missing = plan.questions.filter((question) => question.kind === 'missing');
  const isAsked = plan.questions.some((question) => question.kind !== 'days');
  return (
    <>
      <Notes preview={preview} />
      {missing.length > 0 ? (
        <InsetText>
          {missing.map(({ todo }) => (
            <p key={todo}>{todo}.</p>
          ))}
        </InsetText>
      ) : null}
      <ImportQuestions plan={plan} known={known} formKey={keys.answers ?? ''} errors={errors} />
      {plan.questions.length === 0 ? <Rows preview={preview} keys={keys} /> : null}
      <Leavers
        leavers={plan.leavers}
        rows={OUTCOMES.reduce((sum, outcome) => sum + plan.counts[outcome], 0)}
        formKey={keys.leavers ?? ''}
        errors={errors}
      />
      <Apply preview={preview} keys={keys} />
      <Details summary="How the columns are read" isOpen={isAsked}>
        <ImportColumns
          columns={preview.columns}
          meanings={preview.meanings}
          formKey={keys.columns ?? ''}
          errors={errors}
        />
      </Details>
      <Details summary="What the file holds">
        <Options preview={preview} formKey={keys.options ?? ''} errors={errors} />
      </Details>
    </>
  );
}

function Notes({ preview: { plan, otherSheets, sameFileAt } }: { preview: Preview }) {
  const notes = [
    sameFileAt && `This very file was imported on ${sameFileAt}.`,
    plan.notRead.length > 0 && `Columns that are not read: ${plan.notRead.join(', ')}.`,
    otherSheets.length > 0 && `Worksheets that are not read: ${otherSheets.join(', ')}.`,
  ].filter(Boolean);
  if (notes.length === 0) return null;
  return <p className="govuk-body">{notes.join(' ')}</p>;
}

function Rows({ preview, keys }: { preview: Preview; keys: Record<string, string> }) {
  const { plan, shown, rows, page, pages, id, choices } = preview;
  const hrefOf = (outcome: ShownOutcome, number = 1) =>
    `/admin/import/${id}?show=${outcome}${number > 1 ? `&page=${number}` : ''}`;
  const isWrong = shown === 'wrong' || shown === 'left-out';
  return (
    <section className="section">
      <h2>{OUTCOME_LABELS[shown]}</h2>
      <OutcomeNav counts={plan.counts} shown={shown} hrefOf={hrefOf} />
      {plan.counts.wrong + plan.counts['left-out'] > 0 ? (
        <p className="govuk-body">
          <a href={`/admin/import/${id}/wrong.csv`}>Download what is wrong or left out</a>, to put
          it right and import it by itself.
        </p>
      ) : null}
      {rows.length === 0 ? <p className="govuk-body">None.</p> : null}
      {rows.length > 0 && isWrong ? (
        <WrongRows
          rows={rows}
          isLeftOut={shown === 'left-out'}
          leaveOutWrong={choices.leaveOutWrong}
          formKey={keys['leave-out'] ?? ''}
        />
      ) : null}
      {rows.length > 0 && !isWrong ? (
        <RightRows caption={OUTCOME_LABELS[shown]} rows={rows} />
      ) : null}
      <Pagination
        label={OUTCOME_LABELS[shown]}
        page={page}
        pages={pages}
        hrefOf={(number) => hrefOf(shown, number)}
      />
    </section>
  );
}

/** The button is there only when nothing is asked and nothing is wrong. */
function Apply({
  preview: { plan, seen },
  keys,
}: {
  preview: Preview;
  keys: Record<string, string>;
}) {
  return (
    <section className="section">
      <h2>Import it</h2>
      {plan.isReady ? null : (
        <p className="govuk-body">
          First answer what is asked, and put right or leave out what is wrong. The rest is then
          imported in one go, or not at all.
        </p>
      )}
      <ButtonGroup>
        {plan.isReady ? (
          <form method="post">
            <FormKey value={keys.apply ?? ''} />
            <input type="hidden" name="intent" value="apply" />
            <input type="hidden" name="seen" value={seen} />
            <Button>Import</Button>
          </form>
        ) : null}
        <form method="post">
          <FormKey value={keys.discard ?? ''} />
          <input type="hidden" name="intent" value="discard" />
          <Button kind="secondary">Throw this file away</Button>
        </form>
      </ButtonGroup>
    </section>
  );
}

type OptionsProps = { preview: Preview; formKey: string; errors?: FieldErrors };

function Options({ preview: { plan, choices }, formKey, errors }: OptionsProps) {
  return (
    <form method="post">
      <FormKey value={formKey} />
      <input type="hidden" name="intent" value="options" />
      <Select
        name="kind"
        label="What it holds"
        hint="Another choice reads the columns anew"
        options={IMPORT_KINDS.map((kind) => ({ value: kind, label: IMPORT_KIND_LABELS[kind] }))}
        value={plan.kind}
        errors={errors}
      />
      <Select
        name="evidence"
        label="What stands behind training that does not say"
        options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: EVIDENCE_LABELS[kind] }))}
        value={choices.evidence}
        errors={errors}
      />
      <Checkbox
        name="fullList"
        label="It is a complete staff list"
        isChecked={choices.fullList}
        errors={errors}
      />
      <Button kind="secondary">Read it so</Button>
    </form>
  );
}
