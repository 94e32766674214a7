import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { Button, FormKey } from '#app/components/button.tsx';
import { Details } from '#app/components/content.tsx';
import { type GivenBack, givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import {
  type ImportPreview,
  QuestionImportPreview,
} from '#app/components/question-import-preview.tsx';
import { Select } from '#app/components/select.tsx';
import { titled } from '#app/components/shell.ts';
import { FileInput, Textarea, TextInput } from '#app/components/text-input.tsx';
import { questionPlaces } from '#app/data/question-places.ts';
import { importAnswer, importWarnings } from '#app/domain/quiz/import-words.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { type ImportRow, importCounts } from '#app/domain/quiz/question-import.ts';
import { typedValues } from '#app/forms/fields.ts';
import { readQuestionFile } from '#app/forms/files/questions/read-questions.ts';
import type { FieldErrors, FormValues } from '#app/forms/parsed.ts';
import {
  fillIn,
  type LeftOpen,
  parsePreviewed,
  parseQuestionUpload,
} from '#app/forms/question-upload.ts';
import { placesOf } from '#app/forms/question-values.ts';
import { importQuestions, planImport } from '#app/operations/import-questions.ts';

export const meta = titled('Import questions');

const PATH = '/dsl/questions/import';
/** So many of each kind are shown in the preview. */
const SHOWN = 50;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  return { shell: shellOf(visit), formKey: newFormKey(), places: placesAt(visit) };
}

function placesAt({ database, school, today }: SchoolVisit) {
  return questionPlaces(database, school.id, today);
}

/** Nothing is kept between the two steps: what is imported comes again and is read again. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-quizzes');
  const form = await args.request.formData();
  return form.get('step') === 'import' ? importIt(visit, form) : preview(visit, form);
}

async function preview(visit: SchoolVisit, form: FormData) {
  const parsed = parseQuestionUpload(form, placesOf(placesAt(visit)));
  if (!parsed.ok) return wrong(parsed.errors, parsed.values);
  const { file, pasted, name, leftOpen } = parsed.command;
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted);
  const read = readUpload(bytes, name, leftOpen, file ? 'file' : 'pasted');
  if (!read.ok) return wrong(read.errors, typedValues(form));
  return data({ ...NOTHING_WRONG, preview: previewOf(visit, read, { bytes, name, leftOpen }) });
}

async function importIt(visit: SchoolVisit, form: FormData) {
  const parsed = parsePreviewed(form, placesOf(placesAt(visit)));
  if (!parsed.ok) return wrong(parsed.errors, {});
  const { bytes, name, leftOpen, seen } = parsed.command;
  const read = readUpload(bytes, name, leftOpen, 'file');
  if (!read.ok) return wrong(read.errors, {});
  try {
    await importQuestions(actOf(visit, form), { questions: read.questions, fileName: name, seen });
    return redirect('/dsl/questions?done=imported', 303);
  } catch (error) {
    const shown = previewOf(visit, read, { bytes, name, leftOpen });
    return refusedForm(error, { values: {} as FormValues, preview: shown });
  }
}

const NOTHING_WRONG = { errors: [] as FieldErrors, values: {} as FormValues };

function wrong(errors: FieldErrors, values: FormValues) {
  return data({ errors, values, preview: null }, { status: 422 });
}

type Line = ImportPreview['lines'][number];
type ReadUpload =
  | { ok: true; questions: KeyedQuestion[]; lines: Line[] }
  | { ok: false; errors: FieldErrors };

function readUpload(
  bytes: Uint8Array,
  name: string,
  leftOpen: LeftOpen,
  field: 'file' | 'pasted',
): ReadUpload {
  const read = readQuestionFile(bytes, name);
  if (!read.ok) return { ok: false, errors: [{ field, message: read.message }] };
  const filled = fillIn(read.questions, leftOpen);
  return filled.ok ? { ...filled, lines: read.lines } : filled;
}

type Upload = { bytes: Uint8Array; name: string; leftOpen: LeftOpen };

function previewOf(
  visit: SchoolVisit,
  { questions, lines }: { questions: KeyedQuestion[]; lines: Line[] },
  { bytes, name, leftOpen }: Upload,
): ImportPreview {
  const { rows, seen } = planImport(visit.database, visit.school.id, questions);
  const content = Buffer.from(bytes).toString('base64');
  return {
    name,
    counts: importCounts(rows),
    rows: {
      new: shownOf(rows, 'new'),
      revision: shownOf(rows, 'revision'),
      same: shownOf(rows, 'same'),
      twice: shownOf(rows, 'twice'),
    },
    lines,
    warnings: importWarnings(rows, placesOf(placesAt(visit)).sections),
    hidden: { content, name, seen, ...leftOpen },
  };
}

function shownOf(rows: readonly ImportRow[], outcome: ImportRow['outcome']) {
  return rows
    .filter((row) => row.outcome === outcome)
    .slice(0, SHOWN)
    .map(({ key, question: { text, topic, type, mustPass }, notes }) => {
      return { key, text, topic, type, mustPass, notes };
    });
}

export default function ImportQuestionsPage() {
  const { shell, formKey, places } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const shown = answered?.preview ?? null;
  const form = givenBack(answered);
  return (
    <Page
      title={shown ? 'Before you import' : 'Import questions'}
      caption={shown?.name}
      answer={shown ? importAnswer(shown.counts, shown.lines.length) : undefined}
      shell={shell}
      back={{ href: '/dsl/questions', label: 'Back to the questions' }}
      errors={answered?.errors}
      width={shown ? 'wide' : undefined}
    >
      {shown ? (
        <QuestionImportPreview preview={shown} formKey={formKey} />
      ) : (
        <Upload form={form} formKey={formKey} places={places} />
      )}
    </Page>
  );
}

type UploadProps = {
  form: GivenBack;
  formKey: string;
  places: ReturnType<typeof placesAt>;
};

function Upload({ form: { errors, value }, formKey, places }: UploadProps) {
  const field = (name: string) => ({ name, value: value(name), errors });
  return (
    <>
      <p className="govuk-body">
        You see what would happen before anything is written. What cannot be read is told, line by
        line.
      </p>
      <form method="post" action={PATH} encType="multipart/form-data">
        <FormKey value={formKey} />
        <FileInput
          name="file"
          label="A file"
          hint="Moodle XML, GIFT or our own CSV: 512 kB and 300 questions at most"
          accept=".xml,.gift,.txt,.csv"
          errors={errors}
        />
        <Textarea {...field('pasted')} label="Or paste the questions" rows={6} />
        <h2>Where the file does not say</h2>
        <Select {...field('topic')} label="Topic" options={places.topics} empty="The file says" />
        <Select
          {...field('section')}
          label="Section of the offer"
          options={places.sections}
          empty="The file says, or the section on the topic"
        />
        <TextInput
          {...field('document')}
          label="Document that they come from"
          hint="Its title, like “Keeping children safe in education”"
        />
        <TextInput
          {...field('place')}
          label="Place in the document"
          hint="Like “Part one”, “Section 6”"
        />
        <Button>Show what would happen</Button>
      </form>
      <WhatIsRead />
    </>
  );
}

function WhatIsRead() {
  return (
    <Details summary="What can be read">
      <p className="govuk-body">
        From Moodle, and from programs that write its XML: multiple choice, true or false, matching
        and ordering. GIFT: the same. Our own CSV: take some questions along as a file to see its
        columns.
      </p>
      <p className="govuk-body">
        Every answer needs its feedback, since whoever answers is told why each is right or wrong.
        Pictures, essays and numbers to reckon are not taken.
      </p>
      <p className="govuk-body">
        A question that is in the bank already is known again, and stays. Nothing about a child
        belongs in a question.
      </p>
    </Details>
  );
}
