import { PrintOnly, ScreenOnly } from '#app/components/content.tsx';
import { FigureTable } from '#app/components/figure-table.tsx';
import type { CoverFigure } from '#app/domain/dashboard/dashboard.ts';
import type { FigureRow } from '#app/domain/dashboard/sections.ts';
import type { Overdue } from '#app/domain/dashboard/shares.ts';
import { addMonths, type Day } from '#app/domain/days.ts';
import { CountBars } from './count-bars.tsx';
import { CoverLine } from './cover-line.tsx';
import { ProportionBars } from './proportion-bars.tsx';

type RequirementChartProps = {
  id: string;
  title: string;
  rows: readonly FigureRow[];
  /** Null: there is no last term to compare with. */
  lastTermIs: string | null;
};

/** In date n of d for each requirement: bars on the screen, a table under them and on paper. */
export function RequirementChart({ id, title, rows, lastTermIs }: RequirementChartProps) {
  if (rows.length === 0) return null;
  const table = (
    <FigureTable
      caption={title}
      rows={rows}
      rowsAre="Requirement"
      figuresAre="In date"
      lastTermIs={lastTermIs ?? undefined}
    />
  );
  return (
    <>
      <ScreenOnly>
        <ProportionBars
          id={id}
          title={title}
          rowsAre="Requirement"
          rows={rows.map(({ item, shown, shownLastTerm }) => ({
            label: item,
            shown: shown ?? 'no-one',
            lastTerm: shownLastTerm ?? undefined,
          }))}
          table={table}
        />
      </ScreenOnly>
      <PrintOnly>{table}</PrintOnly>
    </>
  );
}

/** How many months the line of the cover looks ahead. */
const MONTHS_AHEAD = 12;

type CoverChartProps = { title: string; on: Day; cover: readonly CoverFigure[] };

/** Until when each cover holds that the school has a rule for. Its table stands beside it. */
export function CoverChart({ title, on, cover }: CoverChartProps) {
  return (
    <CoverLine
      id="cover"
      title={title}
      from={on}
      to={addMonths(on, MONTHS_AHEAD)}
      rows={cover.map((one) => ({ name: one.name, cover: one }))}
      table={null}
    />
  );
}

type OverdueChartsProps = { overdue: Overdue; ageing: string; basis: string };

/** The overdue as people: how long, and what is broken. Both have the same sum. */
export function OverdueCharts({ overdue, ageing, basis }: OverdueChartsProps) {
  const { of, guidance, promise } = overdue;
  return (
    <div className="overdue-charts">
      <CountBars
        id="ageing"
        title={ageing}
        rowsAre="Overdue for"
        numbersAre="People"
        of={of}
        rows={[
          { label: '1 to 30 days', n: overdue.ageing.to30 },
          { label: '31 to 90 days', n: overdue.ageing.to90 },
          { label: 'Over 90 days', n: overdue.ageing.over90 },
        ]}
      />
      <CountBars
        id="basis"
        title={basis}
        rowsAre="Asked by"
        numbersAre="People"
        of={of}
        rows={[
          { label: 'Law or statutory guidance', n: guidance },
          { label: 'Only the school’s promise', n: promise },
        ]}
      />
    </div>
  );
}
