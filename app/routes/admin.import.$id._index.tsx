import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import {
  actOf,
  newFormKey,
  parseId,
  requireSchoolVisit,
  type SchoolVisit,
} from '#app/auth/visit.ts';
import type { FieldErrors } from '#app/components/field-errors.ts';
import { ImportOutcome } from '#app/components/import-outcome.tsx';
import { ImportPreview } from '#app/components/import-preview.tsx';
import { OUTCOMES, type ShownOutcome } from '#app/components/import-rows.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import {
  fileHashOf,
  findImport,
  findSameFile,
  type ImportRecord,
  type PlannedImport,
  planOfImport,
} from '#app/data/imports.ts';
import { cellOf } from '#app/domain/import/sheet.ts';
import { IMPORT_KIND_LABELS } from '#app/domain/import/types.ts';
import { pageOf, pagesFor } from '#app/domain/pages.ts';
import {
  columnMeanings,
  parseAnswers,
  parseColumns,
  parseImportOptions,
  parseLeavers,
  parseLeftOut,
} from '#app/forms/import-choices.ts';
import { readPage } from '#app/forms/page-number.ts';
import { applyImport } from '#app/operations/apply-import.ts';
import { type ChangeStaged, changeStaged, discardImport } from '#app/operations/stage-import.ts';
import { canBeUndone, undoImport } from '#app/operations/undo-import.ts';
import { instantInWords } from '#app/platform/clock.ts';

export const meta = titled('An import');

const ROWS_ON_A_PAGE = 50;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const record = requireImport(args, visit);
  const planned = planOfImport(visit.database, record, visit.today);
  return {
    shell: shellOf(visit),
    formKeys: FORMS.map(() => newFormKey()),
    title: record.fileName,
    kind: IMPORT_KIND_LABELS[record.kind],
    preview: planned && previewOf(args, visit, record, planned),
    outcome: planned ? null : outcomeOf(record, visit.now),
  };
}

/** Each form of the page has a key of its own. */
const FORMS = ['apply', 'discard', 'answers', 'columns', 'options', 'leave-out', 'leavers', 'undo'];

function previewOf(
  { request }: LoaderFunctionArgs,
  visit: SchoolVisit,
  record: ImportRecord,
  { staged, plan, known, factsVersion }: PlannedImport,
) {
  const params = new URL(request.url).searchParams;
  const shown = shownOutcome(params.get('show'), plan.counts);
  const rows = plan.rows.filter(({ outcome }) => outcome === shown);
  const pages = pagesFor(rows.length, ROWS_ON_A_PAGE);
  const page = Math.min(pages, readPage(params));
  const sameFile = findSameFile(
    visit.database,
    visit.school.id,
    fileHashOf(visit.database, record.id),
  );
  const { rows: _, ...rest } = plan;
  return {
    id: record.id,
    plan: rest,
    known: { kinds: known.kinds, requirements: known.requirements },
    choices: staged.choices,
    columns: columnsOf(staged, plan),
    meanings: columnMeanings(record.kind, known.requirements),
    otherSheets: staged.sheet.otherSheets,
    sameFileAt: sameFile && instantInWords(sameFile),
    seen: factsVersion,
    shown,
    page,
    pages,
    rows: pageOf(rows, page, ROWS_ON_A_PAGE).map(({ id, row, who, what, notes, problems }) => ({
      id,
      row,
      who,
      what,
      notes,
      problems,
    })),
  };
}

function columnsOf({ sheet, mapping }: PlannedImport['staged'], plan: PlannedImport['plan']) {
  const asked = new Set(plan.questions.map((one) => (one.kind === 'column' ? one.column : -1)));
  const headings = sheet.rows[mapping.headingRow] ?? [];
  return mapping.columns.map((meaning, column) => ({
    heading: headings[column] || `Column ${column + 1}`,
    examples: sheet.rows
      .slice(mapping.headingRow + 1, mapping.headingRow + 1 + ROWS_ON_A_PAGE)
      .map((row) => cellOf(row, column))
      .filter(Boolean)
      .slice(0, 3),
    meaning,
    isAsked: asked.has(column),
  }));
}

function shownOutcome(asked: string | null, counts: PlannedImport['plan']['counts']): ShownOutcome {
  const known = OUTCOMES.find((outcome) => outcome === asked);
  return known ?? OUTCOMES.find((outcome) => counts[outcome] > 0) ?? 'new';
}

function outcomeOf({ state, doneAt, by, summary }: ImportRecord, now: string) {
  return {
    state,
    at: doneAt && instantInWords(doneAt),
    by: by ?? 'the command line',
    summary: summary ?? {},
    canUndo: state === 'done' && canBeUndone(doneAt, now),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const form = await args.request.formData();
  try {
    if (form.get('intent') === 'discard') {
      // Sent twice, it is gone the second time: the operation knows the form again.
      await discardImport(actOf(visit, form), parseId(args.params.id));
      return redirect('/admin/import?done=discarded', 303);
    }
    return await carryOutIntent(visit, requireImport(args, visit), form);
  } catch (error) {
    return refusedForm(error, { undone: null });
  }
}

async function carryOutIntent(visit: SchoolVisit, record: ImportRecord, form: FormData) {
  const act = actOf(visit, form);
  const importId = record.id;
  switch (form.get('intent')) {
    case 'apply':
      await applyImport(act, { importId, seen: Number(form.get('seen')) });
      return redirect(`/admin/import/${importId}`, 303);
    case 'undo':
      return data({ errors: [], undone: await undoImport(act, importId) });
    default:
      return decide(visit, record, form);
  }
}

/** Keeps a decision of the person at the preview, and shows the preview again. */
async function decide(visit: SchoolVisit, record: ImportRecord, form: FormData) {
  const planned = planOfImport(visit.database, record, visit.today);
  if (!planned) return redirect(`/admin/import/${record.id}`, 303);
  const read = readDecision(record, planned, form);
  if (!read.ok) return data({ errors: read.errors, undone: null }, { status: 422 });
  await changeStaged(actOf(visit, form), { importId: record.id, ...read.command });
  return redirect(`/admin/import/${record.id}`, 303);
}

type Decision =
  | { ok: true; command: Omit<ChangeStaged, 'importId'> }
  | { ok: false; errors: FieldErrors };

function readDecision(record: ImportRecord, planned: PlannedImport, form: FormData): Decision {
  const { plan, known, staged } = planned;
  switch (form.get('intent')) {
    case 'columns': {
      const meanings = columnMeanings(record.kind, known.requirements);
      return parseColumns(form, staged.mapping.columns.length, meanings);
    }
    case 'options':
      return parseImportOptions(form);
    case 'answers':
      return withOlderAnswers(planned, parseAnswers(form, plan, known));
    case 'leave-out':
      return { ok: true, command: { choices: parseLeftOut(form, plan, staged.choices.leftOut) } };
    case 'leavers': {
      const parsed = parseLeavers(form, plan);
      return parsed.ok ? { ok: true, command: { choices: parsed.command } } : parsed;
    }
    default:
      return { ok: false, errors: [{ field: '', message: 'Choose what to do with this import' }] };
  }
}

/** What was answered before is not asked again, and stays. */
function withOlderAnswers(
  { staged: { choices } }: PlannedImport,
  parsed: ReturnType<typeof parseAnswers>,
): Decision {
  if (!parsed.ok) return parsed;
  const { words, choices: answered } = parsed.command;
  const days = { ...choices.days, ...answered.days };
  const people = { ...choices.people, ...answered.people };
  return { ok: true, command: { words, choices: { days, people } } };
}

function requireImport({ params }: LoaderFunctionArgs, visit: SchoolVisit): ImportRecord {
  const record = findImport(visit.database, visit.school.id, parseId(params.id));
  if (!record) throw notFound();
  return record;
}

export default function ImportPage() {
  const { shell, formKeys, title, kind, preview, outcome } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const keys = Object.fromEntries(FORMS.map((name, index) => [name, formKeys[index] ?? '']));
  return (
    <Page
      title={title}
      caption={kind}
      shell={shell}
      width="wide"
      back={{ href: '/admin/import', label: 'Back to import' }}
      errors={answered?.errors}
      answer={preview ? previewAnswer(preview.plan) : undefined}
    >
      {preview ? <ImportPreview preview={preview} keys={keys} errors={answered?.errors} /> : null}
      {outcome ? (
        <ImportOutcome
          outcome={outcome}
          undone={answered?.undone ?? null}
          formKey={keys.undo ?? ''}
        />
      ) : null}
    </Page>
  );
}

type PreviewPlan = Omit<PlannedImport['plan'], 'rows'>;

function previewAnswer({ counts, questions }: PreviewPlan): string {
  if (questions.length > 0) return 'Something has to be said first.';
  const said = [
    `${counts.new} new`,
    `${counts.changed} changed`,
    `${counts.same} the same`,
    `${counts.wrong} wrong`,
  ];
  if (counts['left-out'] > 0) said.push(`${counts['left-out']} left out`);
  if (counts.leaving > 0) said.push(`${counts.leaving} leaving`);
  return `${said.join(', ')}. Nothing is written yet.`;
}
