import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireStarterAt } from '#app/auth/starter-page.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { WeeksSheet } from '#app/components/first-weeks.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { inWords } from '#app/domain/days.ts';
import { stepShown } from '#app/domain/induction-list/shown.ts';
import { labelOf } from '#app/domain/induction-list/words.ts';

export const meta = titled('Sheet for signatures');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-induction');
  const { policy, person, weeks } = requireStarterAt(args, visit);
  const starter = { name: person.name, isReader: false };
  const looking = { policy, starter, on: visit.today, actsOf: () => [] };
  return {
    shell: shellOf(visit),
    home: `/dsl/starters/${person.id}`,
    name: person.name,
    began: inWords(weeks.beganOn),
    school: visit.school.name,
    steps: weeks.steps.map((step) => {
      const { id, words, sentence, state, requirementId } = stepShown(step, looking);
      const within = inWords(step.dueOn);
      return {
        ...{ id, words, sentence, state, requirementId, within },
        label: labelOf(policy, step),
        starterOn: step.starterTick && `Ticked on ${inWords(step.starterTick.tickedOn)}`,
        responsibleOn:
          step.responsibleTick && `Ticked on ${inWords(step.responsibleTick.tickedOn)}`,
      };
    }),
  };
}

export default function SheetPage() {
  const { shell, home, ...sheet } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Sheet for signatures"
      shell={shell}
      back={{ href: home, label: `Back to ${sheet.name}` }}
    >
      <p className="govuk-body no-print">
        Print it from your browser: it fits one side of A4. Signed, it is entered under{' '}
        <a className="govuk-link" href={`${home}/enter`}>
          Enter a signed sheet
        </a>
        .
      </p>
      <WeeksSheet {...sheet} />
    </Page>
  );
}
