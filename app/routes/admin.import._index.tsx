import { createHash } from 'node:crypto';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { Checkbox, Radios } from '#app/components/choices.tsx';
import { Details, EmptyState } from '#app/components/content.tsx';
import { type GivenBack, givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { Select } from '#app/components/select.tsx';
import { titled } from '#app/components/shell.ts';
import { Table } from '#app/components/table.tsx';
import { FileInput, Textarea } from '#app/components/text-input.tsx';
import { listImports } from '#app/data/imports.ts';
import { IMPORT_KIND_LABELS, IMPORT_KINDS } from '#app/domain/import/types.ts';
import { EVIDENCE_LABELS } from '#app/domain/labels.ts';
import { EVIDENCE_KINDS } from '#app/domain/types.ts';
import { tooLongForAPage } from '#app/forms/files/limits.ts';
import { readPasted, readTable } from '#app/forms/files/read-file.ts';
import { type ImportUpload, parseUpload } from '#app/forms/import-upload.ts';
import { stageImport } from '#app/operations/stage-import.ts';
import { instantInWords } from '#app/platform/clock.ts';

export const meta = titled('Import');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    done: done === 'discarded' ? 'The file was thrown away. Nothing was imported.' : null,
    imports: listImports(visit.database, visit.school.id).map((one) => ({
      id: one.id,
      fileName: one.fileName,
      kind: IMPORT_KIND_LABELS[one.kind],
      state: STATE[one.state],
      at: instantInWords(one.doneAt ?? one.startedAt),
      by: one.by ?? 'The command line',
    })),
  };
}

const STATE = { staged: 'Waits for you', done: 'Imported', undone: 'Undone' };

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const form = await args.request.formData();
  const parsed = parseUpload(form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const bytes = await bytesOf(parsed.command);
  const read = parsed.command.file
    ? await readTable(bytes)
    : await readPasted(parsed.command.pasted);
  if (!read.ok) {
    const errors = [{ field: parsed.command.file ? 'file' : 'pasted', message: read.message }];
    const values = { kind: parsed.command.kind ?? '', pasted: parsed.command.pasted };
    return data({ ok: false as const, errors, values }, { status: 422 });
  }
  const tooLong = tooLongForAPage(read.sheet);
  if (tooLong) {
    const errors = [{ field: parsed.command.file ? 'file' : 'pasted', message: tooLong }];
    return data({ ok: false as const, errors, values: {} }, { status: 413 });
  }
  const { name: fileName, kind, choices } = parsed.command;
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const staged = { sheet: read.sheet, fileName, fileHash, kind, choices };
  const { importId } = await stageImport(actOf(visit, form), staged);
  return redirect(`/admin/import/${importId}`, 303);
}

async function bytesOf({ file, pasted }: ImportUpload): Promise<Uint8Array> {
  return file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted);
}

export default function ImportPage() {
  const { shell, formKey, done, imports } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = givenBack(answered, { evidence: 'self-reported' });
  return (
    <Page
      title="Import"
      shell={shell}
      back={{ href: '/admin', label: 'Back to people and settings' }}
      errors={form.errors}
      notification={answered ? null : done}
    >
      <p className="govuk-body">
        You see what would happen before anything is written, and can take a whole import back for
        30 days.
      </p>
      <form method="post" encType="multipart/form-data">
        <FormKey value={formKey} />
        <UploadFields form={form} />
        <Button>Show what would happen</Button>
      </form>
      <WhatIsRead />
      <h2>Imports so far</h2>
      {imports.length === 0 ? (
        <EmptyState title="None yet" headingLevel={3}>
          <p className="govuk-body">
            Begin with the staff list, so that there is somebody to record training for.
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Imports so far"
          isCaptionHidden
          columns={COLUMNS}
          rows={imports.map((one) => ({
            key: one.id,
            cells: { ...one, fileName: <a href={`/admin/import/${one.id}`}>{one.fileName}</a> },
          }))}
        />
      )}
    </Page>
  );
}

const COLUMNS = [
  { key: 'fileName', head: 'File', isRowHead: true },
  { key: 'kind', head: 'What' },
  { key: 'state', head: 'State' },
  { key: 'at', head: 'When' },
  { key: 'by', head: 'By' },
];

function UploadFields({ form: { errors, value, isTicked } }: { form: GivenBack }) {
  return (
    <>
      <FileInput
        name="file"
        label="A file"
        hint="CSV or an Excel workbook (.xlsx), 20 MB at most"
        accept=".csv,.txt,.tsv,.xlsx"
        errors={errors}
      />
      <Textarea
        name="pasted"
        label="Or paste it from your spreadsheet, headings too"
        rows={5}
        value={value('pasted')}
        errors={errors}
      />
      <Select
        name="kind"
        label="What it holds"
        empty="Tell by the headings"
        options={IMPORT_KINDS.map((kind) => ({ value: kind, label: IMPORT_KIND_LABELS[kind] }))}
        value={value('kind')}
        errors={errors}
      />
      <Radios
        name="evidence"
        label="If it holds training: what stands behind rows that do not say?"
        layout="small"
        choices={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: EVIDENCE_LABELS[kind] }))}
        value={value('evidence')}
        errors={errors}
      />
      <Checkbox
        name="fullList"
        label="If it is a staff list: it is complete"
        hint="Then whoever is not in it is shown, to say whether they have left. Nothing happens by itself."
        isChecked={isTicked('fullList')}
        errors={errors}
      />
    </>
  );
}

function WhatIsRead() {
  return (
    <Details summary="What can be read">
      <p className="govuk-body">
        A staff list from SIMS, Arbor or Bromcom; a training log with one row for each course that
        somebody did; or a matrix with people down the side, training across the top and days in the
        cells. Titles and blank rows above the headings do no harm.
      </p>
      <p className="govuk-body">
        Days are read with the day first, like 3/9/2026, and shown to you in words. People are met
        again by their staff number, then by e-mail, then by name. An empty cell changes nothing.
      </p>
      <p className="govuk-body">
        Nothing about a child belongs in these files. A concern goes to the designated safeguarding
        lead, now.
      </p>
    </Details>
  );
}
