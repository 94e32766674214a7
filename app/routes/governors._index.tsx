import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { CoverChart, OverdueCharts, RequirementChart } from '#app/charts/dashboard-charts.tsx';
import { EmptyState } from '#app/components/content.tsx';
import {
  DashboardDetail,
  InductionSection,
  IntervalsSection,
} from '#app/components/dashboard-detail.tsx';
import { FigureTable } from '#app/components/figure-table.tsx';
import { LeadTable } from '#app/components/lead-table.tsx';
import { Page } from '#app/components/page.tsx';
import { QuestionList } from '#app/components/question-list.tsx';
import { titled } from '#app/components/shell.ts';
import { schoolDashboard } from '#app/data/dashboard.ts';
import { SECTION_TITLES, sectionsOf } from '#app/domain/dashboard/sections.ts';
import { answerOf, overdueWords, wholeRest } from '#app/domain/dashboard/words.ts';
import { inWords } from '#app/domain/days.ts';
import { questionsOf } from '#app/domain/questions.ts';

export const meta = titled('Governors’ view');

/** What leaves the loader is what may be shown: no names, and small groups in words. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'see-dashboard');
  const dashboard = schoolDashboard(visit.database, visit.school.id, visit.today);
  const { on, guidance, lastTerm, leads, cover, overdue, leftOut } = dashboard;
  return {
    shell: shellOf(visit),
    answer: answerOf(dashboard),
    rest: wholeRest(guidance),
    questions: questionsOf(dashboard),
    sections: sectionsOf(dashboard),
    lastTerm: lastTerm && { name: lastTerm.name, on: inWords(lastTerm.on) },
    overdueSays: overdueWords(overdue),
    on,
    leads,
    cover,
    overdue,
    isEmpty: leftOut.inPost === 0,
  };
}

export default function GovernorsPage() {
  const { shell, answer, isEmpty, ...body } = useLoaderData<typeof loader>();
  return (
    <Page title="Governors’ view" shell={shell} answer={answer} width="wide">
      {isEmpty ? (
        <EmptyState title="There is nobody to count yet">
          <p className="govuk-body">
            The figures appear when the school’s administrator has entered or imported the people
            and their training.
          </p>
        </EmptyState>
      ) : (
        <Body {...body} />
      )}
    </Page>
  );
}

type BodyProps = Omit<
  ReturnType<typeof useLoaderData<typeof loader>>,
  'shell' | 'answer' | 'isEmpty'
>;

function Body(props: BodyProps) {
  const { rest, questions, sections, lastTerm, on, leads, cover, overdue, overdueSays } = props;
  const titles = SECTION_TITLES;
  const lastTermIs = lastTerm && `On ${lastTerm.on}`;
  return (
    <div className="dashboard">
      {rest ? <p className="dashboard__rest">The rest: {rest}.</p> : null}
      <section>
        <h2>Questions for the meeting</h2>
        <QuestionList questions={questions} />
        <p className="govuk-body no-print">
          This page prints on two sheets of A4, without names.{' '}
          <a className="govuk-link" href="/governors.csv">
            Download the figures as CSV
          </a>
        </p>
      </section>
      <section>
        <h2>{titles.whole}</h2>
        <p className="dashboard__note">{comparedWith(lastTerm)}</p>
        <FigureTable
          caption={titles.whole}
          isCaptionHidden
          rows={sections.whole}
          rowsAre="Asked"
          figuresAre="People"
          lastTermIs={lastTermIs ?? undefined}
        />
      </section>
      <section>
        <h2>{titles.leads}</h2>
        <LeadTable caption={titles.leads} leads={leads} />
      </section>
      <CoverSection on={on} cover={cover} rows={sections.cover} />
      <div className="dashboard__main">
        <section>
          <h2>Requirement by requirement</h2>
          <RequirementChart
            id="guidance"
            title={titles.guidance}
            rows={sections.guidance}
            lastTermIs={lastTermIs}
          />
          <RequirementChart
            id="promise"
            title={titles.promise}
            rows={sections.promise}
            lastTermIs={lastTermIs}
          />
        </section>
        <div className="dashboard__side">
          <section>
            <h2>Who is overdue</h2>
            <p className="dashboard__note">{overdueSays}</p>
            <OverdueCharts overdue={overdue} ageing={titles.ageing} basis={titles.basis} />
          </section>
          <InductionSection rows={sections.induction} />
          <IntervalsSection rows={sections.intervals} />
        </div>
      </div>
      <DashboardDetail sections={sections} />
    </div>
  );
}

type CoverSectionProps = Pick<BodyProps, 'on' | 'cover'> & { rows: BodyProps['sections']['cover'] };

function CoverSection({ on, cover, rows }: CoverSectionProps) {
  const title = SECTION_TITLES.cover;
  return (
    <section>
      <h2>{title}</h2>
      {cover.length === 0 ? (
        <p className="govuk-body">
          The school has set no rule for how many people must be in date for something at any time.
        </p>
      ) : (
        <div className="dashboard__main">
          <CoverChart title="Until when enough people are in date" on={on} cover={cover} />
          <FigureTable
            caption={title}
            isCaptionHidden
            rows={rows}
            rowsAre="Cover of"
            figuresAre="Holds"
            restIs="First day on which it fails"
          />
        </div>
      )}
    </section>
  );
}

function comparedWith(lastTerm: { name: string; on: string } | null): string {
  if (lastTerm === null) {
    return 'There is no comparison with last term: no dates of a term that has ended are entered.';
  }
  return `Compared with ${lastTerm.on}, the last day of the term before (${lastTerm.name}), by what is known now about that day.`;
}
