import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/content.tsx';
import { Page } from '#app/components/page.tsx';
import { RuleBlock, RuleLines } from '#app/components/requirement-rules.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolStandings } from '#app/data/derived.ts';
import { may } from '#app/domain/permissions.ts';
import { policyAnswer, policyWords, type RequirementWords } from '#app/domain/policy-words.ts';

export const meta = titled('Requirements');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-requirements');
  const { policy, rows } = schoolStandings(visit.database, visit.school.id, visit.today);
  const standings = rows.map((row) => row.standings);
  const words = policyWords(policy, standings, visit.today);
  return {
    shell: shellOf(visit),
    answer: policyAnswer(visit.school.shortName, words),
    parts: [
      { key: 'asked', title: 'Asked by law and statutory guidance', requirements: words.asked },
      { key: 'own', title: 'The school’s own promises', requirements: words.own },
      { key: 'coming', title: 'Coming', requirements: words.coming },
      { key: 'retired', title: 'No longer asked', requirements: words.retired },
    ].filter(({ requirements }) => requirements.length > 0),
    mayChange: may(visit.roles, 'change-requirements'),
  };
}

export default function RequirementsPage() {
  const { shell, answer, parts, mayChange } = useLoaderData<typeof loader>();
  return (
    <Page title="Requirements" shell={shell} answer={answer} width="wide">
      {mayChange ? (
        <p className="no-print">
          <ButtonLink href="/dsl/requirements/new">Add a requirement</ButtonLink>
        </p>
      ) : null}
      {parts.length === 0 ? (
        <EmptyState title="Nothing is asked yet">
          <p className="govuk-body">
            Begin with what statutory guidance asks of every school: safeguarding training at
            induction, updates at least once a year, and reading the current edition of Keeping
            children safe in education.
          </p>
        </EmptyState>
      ) : null}
      {parts.map(({ key, title, requirements }) => (
        <section className="part" key={key} aria-labelledby={key}>
          <h2 className="part__title" id={key}>
            {title}
          </h2>
          {requirements.map((requirement) => (
            <Requirement
              key={requirement.id}
              requirement={requirement}
              mayChange={mayChange && key !== 'retired'}
            />
          ))}
        </section>
      ))}
    </Page>
  );
}

type RequirementProps = { requirement: RequirementWords; mayChange: boolean };

function Requirement({ requirement, mayChange }: RequirementProps) {
  const { id, name, lines, since, figure, note } = requirement;
  return (
    <RuleBlock name={name} href={`/dsl/requirements/${id}`} figure={figure} note={note}>
      <RuleLines
        lines={lines}
        since={since}
        changeHref={mayChange ? `/dsl/requirements/${id}/change` : null}
      />
    </RuleBlock>
  );
}
