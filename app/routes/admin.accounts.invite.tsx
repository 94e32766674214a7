import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit, type SchoolVisit } from '#app/auth/visit.ts';
import { Checkboxes } from '#app/components/choices.tsx';
import { EmptyState, Notification } from '#app/components/content.tsx';
import { Invitations, type InvitedShown } from '#app/components/invitations.tsx';
import { Page } from '#app/components/page.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { type KnownPerson, schoolFacts } from '#app/data/facts.ts';
import { isPresentOn } from '#app/domain/audience.ts';
import { parsePeopleChosen } from '#app/forms/email.ts';
import { type Act, Refusal } from '#app/operations/act.ts';
import { type Invited, invite } from '#app/operations/invite.ts';
import { linkInWords } from '#app/operations/one-time-link.ts';

export const meta = titled('Invite several people');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const people = listUninvited(visit);
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    people: people.map(({ id, name, email }) => ({ id, name, email })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const form = await args.request.formData();
  const parsed = parsePeopleChosen(form);
  if (!parsed.ok) return data({ errors: parsed.errors, invited: null }, { status: 422 });
  const chosen = new Set(parsed.command.personIds);
  const { people } = schoolFacts(visit.database, visit.school.id);
  const act = actOf(visit, form);
  const invited: InvitedShown[] = [];
  for (const person of people) {
    if (!chosen.has(person.id) || person.email === null) continue;
    invited.push(await inviteOne(act, person, person.email, args.context.settings.origin));
  }
  return data({ errors: [], invited });
}

/** Each stands for itself: one who cannot be invited keeps nobody else from it. */
async function inviteOne(
  act: Act,
  { id: personId, name }: KnownPerson,
  email: string,
  origin: string,
): Promise<InvitedShown> {
  const own = { ...act, formKey: act.formKey && `${act.formKey} ${personId}` };
  const shown = { personId, name, email, address: null };
  try {
    return { ...shown, ...told(await invite(own, { personId, email }), origin) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...shown, note: `Not invited. ${error.message}.` };
  }
}

function told(invited: Invited, origin: string): { address: string | null; note: string } {
  if (invited.kind === 'linked') {
    return { address: null, note: 'Their account at another school opens this record too now.' };
  }
  if (invited.link === null) return { address: null, note: 'Their link was shown before.' };
  const { address, until } = linkInWords(invited.link, origin);
  return { address, note: `The link works once, until ${until}.` };
}

/** Those in post with an address and without an account. */
function listUninvited({ database, school, today }: SchoolVisit): KnownPerson[] {
  return schoolFacts(database, school.id).people.filter(
    (person) => !person.hasAccount && person.email !== null && isPresentOn(person, today),
  );
}

const BACK = { href: '/admin/accounts', label: 'Back to accounts' };

export default function InviteSeveralPage() {
  const { shell, formKey, people } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (answered?.invited) {
    return (
      <Page title="Hand over these links" shell={shell} back={BACK}>
        <Notification kind="important">
          <p>
            They are shown only now. Print this page or copy them before you leave it, and give each
            to the person named, and to nobody else.
          </p>
        </Notification>
        <Invitations invited={answered.invited} />
      </Page>
    );
  }
  if (people.length === 0) {
    return (
      <Page title="Invite several people" shell={shell} back={BACK}>
        <EmptyState title="Everybody is invited">
          <p className="govuk-body">
            Everybody in post who has an e-mail address has an account, or an invitation.
          </p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <QuestionPage
      title="Invite several people"
      shell={shell}
      back={BACK}
      formKey={formKey}
      errors={answered?.errors}
      button="Make the invitations"
      lead={
        <p className="govuk-body">
          You get a link for each, which works once, for a week, and hand it over yourself: InDate
          sends no mail yet. Untick whom you do not want to invite now.
        </p>
      }
    >
      <Checkboxes
        name="people"
        label="In post, with an e-mail address and no account"
        layout="small"
        choices={people.map(({ id, name, email }) => ({
          value: String(id),
          label: `${name}, ${email}`,
        }))}
        values={people.map(({ id }) => String(id))}
        errors={answered?.errors}
      />
    </QuestionPage>
  );
}
