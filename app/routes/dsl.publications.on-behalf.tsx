import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import {
  findSigningAt,
  listSigningEditions,
  requireSigningAt,
  signersFor,
} from '#app/auth/signing-page.ts';
import { takeUploads } from '#app/auth/uploads.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, ButtonGroup, FormKey } from '#app/components/button.tsx';
import { DateInput } from '#app/components/date-input.tsx';
import { EvidenceInput } from '#app/components/evidence-input.tsx';
import { givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { ChooseEdition, NobodySigns, NotSigning, SigningBoxes } from '#app/components/signing.tsx';
import { listOf } from '#app/components/typed-values.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseOnBehalf } from '#app/forms/on-behalf.ts';
import { declareOnBehalf } from '#app/operations/declare-on-behalf.ts';

export const meta = titled('Enter a signed sheet');

const NO_SHEET = { field: 'files', message: 'Add a photograph of the signed sheet' };
const HOME = '/dsl/publications/on-behalf';

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const at = findSigningAt(args.request, visit);
  const done = Number(new URL(args.request.url).searchParams.get('done') ?? 0);
  return {
    shell: shellOf(visit),
    notification: done > 0 ? doneInWords(done) : null,
    formKey: newFormKey(),
    editions: at === null ? listSigningEditions(visit) : [],
    edition: at === null ? null : { id: at.edition.id, title: at.edition.title },
    signers: at === null ? { groups: [], others: [] } : signersFor(visit, at),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const { edition } = requireSigningAt(args.request, visit);
  const form = await args.request.formData();
  const { tokens, waiting, errors = [] } = await takeUploads(args, visit, form);
  const parsed = parseOnBehalf(form);
  if (!parsed.ok || errors.length > 0 || tokens.length === 0) {
    const lacking = errors.length === 0 && tokens.length === 0 ? [NO_SHEET] : [];
    const wrong = [...(parsed.ok ? [] : parsed.errors), ...errors, ...lacking];
    return data({ errors: wrong, values: typedValues(form), waiting }, { status: 422 });
  }
  try {
    const command = { editionId: edition.id, tokens, ...parsed.command };
    await declareOnBehalf(actOf(visit, form), command);
    const n = parsed.command.people.length;
    return redirect(`${HOME}?edition=${edition.id}&done=${n}`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form), waiting });
  }
}

export default function OnBehalfPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { edition, signers } = page;
  return (
    <Page
      title="Enter a signed sheet"
      caption={edition?.title}
      shell={page.shell}
      back={{ href: '/dsl/publications', label: 'Back to reading' }}
      notification={page.notification}
      errors={answered?.errors}
    >
      {edition === null ? (
        <ChooseEdition editions={page.editions} hrefOf={(id) => `${HOME}?edition=${id}`} />
      ) : (
        <>
          {signers.groups.length > 0 ? (
            <SheetForm
              formKey={page.formKey}
              editionId={edition.id}
              groups={signers.groups}
              answered={answered}
            />
          ) : (
            <NobodySigns />
          )}
          <NotSigning others={signers.others} />
        </>
      )}
    </Page>
  );
}

type SheetFormProps = {
  formKey: string;
  editionId: number;
  groups: Awaited<ReturnType<typeof loader>>['signers']['groups'];
  answered: ReturnType<typeof useActionData<typeof action>>;
};

function SheetForm({ formKey, editionId, groups, answered }: SheetFormProps) {
  const form = givenBack(answered);
  return (
    <form method="post" encType="multipart/form-data">
      <p>
        For people who cannot sign in here and have signed{' '}
        <a className="govuk-link" href={`/dsl/publications/sheet?edition=${editionId}`}>
          the printed sheet
        </a>
        . If your sheet has other words than these, have this one signed.
      </p>
      <FormKey value={formKey} />
      <SigningBoxes
        groups={groups}
        ticked={listOf(answered?.values ?? {}, 'people')}
        errors={form.errors}
      />
      <DateInput
        name="signedOn"
        label="Day it was signed"
        hint="For example, 12 11 2026"
        value={form.date('signedOn')}
        errors={form.errors}
      />
      <EvidenceInput
        label="Photograph of the signed sheet"
        waiting={answered?.waiting}
        errors={form.errors}
        isMultiple
      />
      <ButtonGroup>
        <Button>Enter the declarations</Button>
      </ButtonGroup>
    </form>
  );
}

function doneInWords(done: number): string {
  const are = sentenceCase(counted(done, 'declaration is', 'declarations are'));
  return `${are} entered, each with the photograph behind it and your name beside it.`;
}
