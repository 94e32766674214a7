import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requirePermission } from '#app/auth/visit.ts';
import { givenBack } from '#app/components/given-back.ts';
import { Handover } from '#app/components/handover.tsx';
import { Page } from '#app/components/page.tsx';
import { QuestionPage } from '#app/components/question-page.tsx';
import { titled } from '#app/components/shell.ts';
import { TextInput } from '#app/components/text-input.tsx';
import {
  everySchoolFile,
  everySchoolListsFile,
  everySchoolQuizzesFile,
} from '#app/data/every-school.ts';
import { parseAddSchool } from '#app/forms/add-school.ts';
import { typedValues } from '#app/forms/fields.ts';
import { newSchoolPolicy } from '#app/forms/files/new-school-policy.ts';
import { readQuizzes } from '#app/forms/files/read-content.ts';
import { newSchoolLists } from '#app/forms/files/read-induction-lists.ts';
import { addSchool } from '#app/operations/add-school.ts';
import { linkInWords } from '#app/operations/one-time-link.ts';

export const meta = titled('Add a school');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePermission(args, 'add-school');
  return { shell: shellOf(visit), formKey: newFormKey() };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requirePermission(args, 'add-school');
  const { trustId } = visit;
  if (trustId === null) throw notFound();
  const form = await args.request.formData();
  const parsed = parseAddSchool(form);
  if (!parsed.ok) return data({ ...parsed, added: null }, { status: 422 });
  const policy = newSchoolPolicy(everySchoolFile());
  const quizzes = readQuizzes(everySchoolQuizzesFile());
  const lists = newSchoolLists(everySchoolListsFile(), visit.today);
  try {
    const { link, hasAccount } = await addSchool(actOf(visit, form), {
      ...parsed.command,
      trustId,
      policy,
      quizzes,
      lists,
    });
    // A link that was shown before is not shown again.
    if (link === null) return redirect(hasAccount ? '/trust?done=added' : '/trust', 303);
    const { schoolName, administratorName } = parsed.command;
    const shown = linkInWords(link, args.context.settings.origin);
    return data({ added: { schoolName, administratorName, link: shown }, errors: [] });
  } catch (error) {
    return refusedForm(error, { values: typedValues(form), added: null });
  }
}

const BACK = { href: '/trust', label: 'Back to our schools' };

export default function AddSchoolPage() {
  const { shell, formKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (answered?.added) {
    const { schoolName, administratorName, link } = answered.added;
    return (
      <Page title={`${schoolName} is added`} shell={shell} back={BACK}>
        <p className="govuk-body">
          It begins with what law and statutory guidance ask of every school. {administratorName}{' '}
          enters or imports the people, the terms, and what the school itself promises.
        </p>
        <Handover link={link} name={administratorName} />
      </Page>
    );
  }
  const { errors, value } = givenBack(answered, {});
  const field = (name: string) => ({ name, errors, value: value(name) });
  return (
    <QuestionPage
      title="Add a school"
      shell={shell}
      back={BACK}
      formKey={formKey}
      errors={errors}
      button="Add the school"
      lead={
        <p className="govuk-body">
          The school begins with what law and statutory guidance ask of every school. You see its
          figures, and nobody’s name.
        </p>
      }
    >
      <TextInput {...field('schoolName')} label="Name of the school" />
      <TextInput
        {...field('shortName')}
        label="Short name"
        hint="As it is said among you: Grange, for Grange Primary School."
        width={20}
      />
      <TextInput
        {...field('administratorName')}
        label="First administrator’s name"
        hint="Often the school business manager."
      />
      <TextInput
        {...field('email')}
        label="First administrator’s e-mail address"
        type="email"
        spellCheck={false}
      />
    </QuestionPage>
  );
}
