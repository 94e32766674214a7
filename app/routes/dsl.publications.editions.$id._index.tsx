import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireEditionAt, schoolReads } from '#app/auth/publication-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { Button, ButtonGroup, ButtonLink, FormKey } from '#app/components/button.tsx';
import { SummaryList, type SummaryRow } from '#app/components/content.tsx';
import { EditionNotes, editionPath, PartFigures } from '#app/components/edition-lists.tsx';
import { Page } from '#app/components/page.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { may } from '#app/domain/permissions.ts';
import { declarationWords } from '#app/domain/publications/declaration-words.ts';
import { editionFacts } from '#app/domain/publications/edition-facts.ts';
import { editionAnswer, editionFigures } from '#app/domain/publications/shown.ts';
import { doneWords } from '#app/forms/done.ts';
import { announceEdition } from '#app/operations/save-edition.ts';

const DONE = {
  added: 'The edition is added.',
  changed: 'The edition is changed.',
  announced: 'The edition is announced.',
  noted: 'The correction is noted. Nobody has to read it again.',
};

export const meta = titled('An edition');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-publications');
  const { edition, publication } = requireEditionAt(visit, args.params.id);
  const reads = schoolReads(visit);
  const { id, title, state, notes, link, file } = edition;
  return {
    shell: shellOf(visit),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    formKey: newFormKey(),
    id,
    title,
    state,
    notes,
    link,
    file: file && { name: file.name, href: file.href },
    publication: { id: publication.id, title: publication.title },
    answer: editionAnswer(reads, publication, edition),
    figures: editionFigures(reads, edition),
    facts: editionFacts(publication, edition, visit.today),
    words: declarationWords(edition, edition.parts),
    mayChange: may(visit.roles, 'change-publications'),
  };
}

/** The one act of this page: a draft is announced. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'change-publications');
  const { edition } = requireEditionAt(visit, args.params.id);
  const form = await args.request.formData();
  if (form.get('act') !== 'announce') {
    const errors = [{ field: '', message: 'Say what is to be done' }];
    return data({ errors }, { status: 422 });
  }
  try {
    await announceEdition(actOf(visit, form), { editionId: edition.id });
    return redirect(`${editionPath(edition.id)}?done=announced`, 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function EditionPage() {
  const view = useLoaderData<typeof loader>();
  const { shell, done, title, publication, answer, figures, notes, mayChange } = view;
  return (
    <Page
      title={title}
      caption={publication.title}
      shell={shell}
      answer={answer}
      notification={done}
      errors={useActionData<typeof action>()?.errors}
      back={{
        href: `/dsl/publications/${publication.id}`,
        label: `Back to ${publication.title}`,
      }}
    >
      {mayChange ? <Acts view={view} /> : null}
      <EditionNotes notes={notes} />
      {figures ? (
        <Section title="Who reads which part">
          <PartFigures parts={figures} />
        </Section>
      ) : null}
      <Section title="About this edition">
        <SummaryList rows={rowsOf(view)} />
      </Section>
      <Section title="The words that whoever reads all of it confirms">
        <p className="govuk-body">“{view.words}”</p>
      </Section>
    </Page>
  );
}

function rowsOf({ facts, link, file }: View): SummaryRow[] {
  return [
    ...facts,
    ...(link ? [{ key: 'Web address', value: <a href={link}>{link}</a> }] : []),
    ...(file ? [{ key: 'File', value: <a href={file.href}>{file.name}</a> }] : []),
  ];
}

function Acts({ view: { id, title, state, formKey } }: { view: View }) {
  const home = editionPath(id);
  return (
    <form method="post" action={home} className="no-print">
      <FormKey value={formKey} />
      <input type="hidden" name="act" value="announce" />
      <ButtonGroup>
        {state === 'announced' ? (
          <ButtonLink href={`${home}/confirm`}>Confirm {title}</ButtonLink>
        ) : null}
        {state === 'draft' ? <Button>Announce {title}</Button> : null}
        <ButtonLink href={`${home}/change`} kind="secondary">
          Change it
        </ButtonLink>
        {state === 'draft' ? null : (
          <ButtonLink href={`${home}/correct`} kind="secondary">
            It was corrected
          </ButtonLink>
        )}
      </ButtonGroup>
    </form>
  );
}
