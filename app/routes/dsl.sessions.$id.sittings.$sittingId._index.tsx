import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refusedForm } from '#app/auth/answers.ts';
import { requireSittingAt } from '#app/auth/session-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { takeUploads } from '#app/auth/uploads.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { ButtonGroup, ButtonLink } from '#app/components/button.tsx';
import { InsetText } from '#app/components/content.tsx';
import { EvidenceFiles } from '#app/components/evidence-files.tsx';
import { Page } from '#app/components/page.tsx';
import { RegisterForm } from '#app/components/register-form.tsx';
import { RegisterTable } from '#app/components/register-table.tsx';
import { Section } from '#app/components/section.tsx';
import { titled } from '#app/components/shell.ts';
import { listSittingFiles } from '#app/data/evidence.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { registerView } from '#app/data/register-view.ts';
import { listRegisterMarks, listReopenings } from '#app/data/registers.ts';
import type { SittingRecord, WholeSession } from '#app/data/sessions.ts';
import { inWords } from '#app/domain/days.ts';
import { may } from '#app/domain/permissions.ts';
import { isThere } from '#app/domain/sessions/register.ts';
import {
  inPartInWords,
  registerAnswer,
  stateOfSitting,
  whenInWords,
} from '#app/domain/sessions/session-words.ts';
import { doneWords } from '#app/forms/done.ts';
import { typedValues } from '#app/forms/fields.ts';
import { parseRegister, type RegisterForm as Sent, tickedOf } from '#app/forms/register.ts';
import { Refusal } from '#app/operations/act.ts';
import { cascadeOf } from '#app/operations/finalise-register.ts';
import { beginningOfRegister, keepRegister } from '#app/operations/keep-register.ts';
import { creditedOn } from '#app/operations/require-session.ts';

const DONE = {
  saved: 'The register is saved. Nothing is recorded before it is final.',
  final: 'The register is final, and what it says is recorded.',
  reopened: 'The register is open again. What it recorded stands until it is made final anew.',
  moved: 'The sitting is changed.',
};

export const meta = titled('A register');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-sessions');
  const { session, sitting, home } = requireSittingAt(args, visit);
  const { database, school, today } = visit;
  const view = registerView(database, school.id, session, sitting);
  const state = stateOfSitting(sitting, session, today);
  const mayRun = may(visit.roles, 'run-sessions');
  const credited = creditsOf(visit, session, sitting);
  const [reopening] = listReopenings(database, sitting.id).toReversed();
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    done: doneWords(DONE, new URL(args.request.url).searchParams),
    title: session.title,
    back: `/dsl/sessions/${session.id}`,
    home,
    when: whenInWords(sitting),
    place: sitting.place,
    isMopUp: sitting.isMopUp,
    state,
    answer: registerAnswer(state, view.figures, sitting.heldOn),
    finalisedOn: sitting.finalisedOn ? inWords(sitting.finalisedOn) : null,
    reopenedFor: sitting.finalisedAt === null ? (reopening?.reason ?? null) : null,
    cascade: cascadeOf(schoolFacts(database, school.id), session, sitting),
    ...view,
    others: mayRun ? view.others : [],
    inPart: inPartInWords(credited),
    credited,
    files: listSittingFiles(database, [sitting.id]).get(sitting.id) ?? [],
    began: beginningOf(visit, sitting),
    mayRun,
  };
}

function creditsOf(
  { database, school }: SchoolVisit,
  session: WholeSession,
  { heldOn }: SittingRecord,
) {
  return creditedOn(schoolFacts(database, school.id).policy, session, heldOn).map(
    ({ id, name, minutesNeeded }) => ({ id, name, minutesNeeded }),
  );
}

function beginningOf({ database }: SchoolVisit, { id }: SittingRecord): string {
  return beginningOfRegister(listRegisterMarks(database, [id]).get(id) ?? []);
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'run-sessions');
  const { session, sitting, home } = requireSittingAt(args, visit);
  const form = await args.request.formData();
  const { tokens, waiting, errors = [] } = await takeUploads(args, visit, form);
  const parsed = parseRegister(form);
  const shown = { values: typedValues(form), waiting, began: null };
  if (!parsed.ok) return data({ ...shown, errors: [...parsed.errors, ...errors] }, { status: 422 });
  if (errors.length > 0) return data({ ...shown, errors }, { status: 422 });
  const at = { sessionId: session.id, sittingId: sitting.id };
  try {
    await keepRegister(actOf(visit, form), { ...at, ...parsed.command, files: tokens });
    return redirect(afterwards(home, parsed.command), 303);
  } catch (error) {
    // Whoever has been told of the other register, and saves all the same, begins from that.
    const isConflict = error instanceof Refusal && error.kind === 'conflict';
    return refusedForm(error, isConflict ? shown : { ...shown, began: parsed.command.began });
  }
}

/** What it records is looked at on a page of its own. */
function afterwards(home: string, { step, isToFinalise }: Sent): string {
  if (isToFinalise) return `${home}/finalise`;
  return step.kind === 'save' ? `${home}?done=saved` : home;
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RegisterPage() {
  const view = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { shell, title, when, place, back, state } = view;
  return (
    <Page
      title={`Register of ${when}`}
      caption={title}
      shell={shell}
      back={{ href: back, label: `Back to ${title}` }}
      answer={view.answer}
      notification={view.done}
      errors={answered?.errors}
    >
      <p className="soft">{[view.isMopUp ? 'A mop-up' : null, place].filter(Boolean).join(', ')}</p>
      <Warnings view={view} />
      <Ways view={view} />
      {state === 'final' || state === 'called-off' || !view.mayRun ? (
        <RegisterTable rows={view.rows} notExpected={view.notExpected} credited={view.credited} />
      ) : (
        <RegisterForm {...view} {...asItWas(view, answered)} isToCome={state === 'to-come'} />
      )}
      {view.files.length > 0 ? (
        <Section title="The signed sheet that is kept">
          <EvidenceFiles files={view.files} />
        </Section>
      ) : null}
    </Page>
  );
}

type Answered = ReturnType<typeof useActionData<typeof action>>;

/** What is ticked: where the form comes back, as it was sent. */
function asItWas(view: View, answered: Answered) {
  const { errors, waiting = [], values } = answered ?? {};
  const began = answered?.began ?? view.began;
  if (!values) return { began, errors, waiting, ticked: tickedNow(view) };
  const { there, minutes } = tickedOf(values);
  const byId = new Map([...minutes].map(([id, value]) => [Number(id), value]));
  return { began, errors, waiting, ticked: { there: new Set(there.map(Number)), minutes: byId } };
}

function tickedNow({ rows }: Pick<View, 'rows'>) {
  const there = rows.filter(isThere);
  const inPart = rows.filter(({ minutes }) => minutes !== null);
  return {
    there: new Set(there.map(({ id }) => id)),
    minutes: new Map(inPart.map(({ id, minutes }) => [id, String(minutes)])),
  };
}

function Warnings({ view: { cascade, reopenedFor } }: { view: View }) {
  return (
    <>
      {cascade && cascade.holds !== true ? <InsetText>{cascade.sentence}</InsetText> : null}
      {reopenedFor ? (
        <InsetText>
          It was opened again: {reopenedFor}. What it recorded stands until it is made final anew.
        </InsetText>
      ) : null}
    </>
  );
}

function Ways({ view: { home, state, mayRun, finalisedOn } }: { view: View }) {
  return (
    <>
      {finalisedOn ? <p className="govuk-body">Made final on {finalisedOn}.</p> : null}
      <ButtonGroup>
        <ButtonLink href={`${home}/sheet`} kind="secondary">
          Sheet to print and sign
        </ButtonLink>
        {mayRun && (state === 'open' || state === 'to-come') ? (
          <a href={`${home}/change`}>Change when and where</a>
        ) : null}
        {mayRun && state === 'final' ? <a href={`${home}/reopen`}>Open it again</a> : null}
      </ButtonGroup>
    </>
  );
}
