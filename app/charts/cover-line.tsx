import type { ReactNode } from 'react';
import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import { STATUS_SHAPES } from '#app/components/shapes.tsx';
import { Table } from '#app/components/table.tsx';
import type { Cover } from '#app/domain/cover.ts';
import { type Day, daysBetween, inWords } from '#app/domain/days.ts';
import { inLines, rounded } from './draw.ts';
import { ChartFigure, type Drawing, LINE_HEIGHT, type Width, Words } from './figure.tsx';
import { Filled, patternsOf } from './patterns.tsx';

export type CoverRow = {
  name: string;
  cover: Pick<Cover, 'securesToday' | 'secureUntil' | 'failsOn'>;
};

type CoverLineProps = {
  id: string;
  title: string;
  rows: readonly CoverRow[];
  /** The first and the last day that the line shows. */
  from: Day;
  to: Day;
  /** In place of the table that the rows alone make; null: it stands elsewhere on the page. */
  table?: ReactNode;
};

/** How long cover holds: a line of days, solid to the last good one, a lattice after it. */
export function CoverLine({ id, title, rows, from, to, table }: CoverLineProps) {
  return (
    <ChartFigure
      id={id}
      title={title}
      says={rows.map((row) => `${row.name}: ${coverWords(row)}`).join('. ')}
      figures={[rows, from, to]}
      draw={(width) => drawCover(id, rows, { from, to }, width)}
      table={
        table !== undefined ? (
          table
        ) : (
          <Table
            caption={title}
            isDense
            columns={[
              { key: 'name', head: 'Cover', isRowHead: true },
              { key: 'until', head: 'Secure until' },
              { key: 'fails', head: 'Fails on' },
            ]}
            rows={rows.map(({ name, cover }) => ({ key: name, cells: cellsOf(name, cover) }))}
          />
        )
      }
    />
  );
}

/** "Secure until 14 March 2027", or how it stands instead. */
export function coverWords({ cover }: CoverRow): string {
  if (!cover.securesToday) return 'not secure today';
  if (cover.secureUntil === null) return 'secure; no day is known on which it fails';
  return `secure until ${inWords(cover.secureUntil)}`;
}

function cellsOf(name: string, cover: CoverRow['cover']) {
  return {
    name,
    until: cover.secureUntil ? inWords(cover.secureUntil) : '–',
    fails: cover.failsOn ? inWords(cover.failsOn) : 'no day known',
  };
}

const BAR = 20;

type Span = { from: Day; to: Day };
type Layout = { width: number; names: string[][]; above: number; row: number };

function layoutOf(rows: readonly CoverRow[], width: Width): Layout {
  const characters = Math.floor(width / 9.2);
  const names = rows.map((row) => inLines(`${row.name}: ${coverWords(row)}`, characters));
  const above = Math.max(1, ...names.map((lines) => lines.length)) * LINE_HEIGHT + 2;
  return { width, names, above, row: above + BAR + 40 };
}

function drawCover(id: string, rows: readonly CoverRow[], span: Span, width: Width): Drawing {
  const ids = `${id}-${width}`;
  const layout = layoutOf(rows, width);
  const height = Math.max(rows.length * layout.row, 1);
  return {
    height,
    chart: () => (
      <BarChart
        id={ids}
        layout="vertical"
        width={width}
        height={height}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        data={rows.map(({ name, cover }) => ({ name, good: goodDays(cover, span) }))}
      >
        {patternsOf(ids)}
        <XAxis type="number" domain={[0, daysIn(span)]} hide />
        <YAxis
          type="category"
          dataKey="name"
          width={1}
          axisLine={false}
          tickLine={false}
          interval={0}
          tick={(tick: Tick) => <RowWords tick={tick} layout={layout} span={span} />}
        />
        <Bar
          dataKey="good"
          isAnimationActive={false}
          barSize={BAR}
          shape={(bar: unknown) => <GoodAndBad id={ids} bar={bar as Stretch} layout={layout} />}
        />
      </BarChart>
    ),
  };
}

type Tick = { y: number; payload: { index: number } };
type Stretch = { x: number; y: number; width: number; height: number };

function barTop(middle: number, layout: Layout): number {
  return rounded(middle - layout.row / 2 + layout.above);
}

function RowWords({ tick, layout, span }: { tick: Tick; layout: Layout; span: Span }) {
  const top = barTop(tick.y, layout);
  const lines = layout.names[tick.payload.index]!;
  const first = top - 7 - (lines.length - 1) * LINE_HEIGHT;
  return (
    <g>
      <Words x={0} y={first} lines={lines} className="chart__name" />
      <Words x={0} y={top + BAR + 18} lines={[inWords(span.from)]} className="chart__soft" />
      <Words
        x={layout.width}
        y={top + BAR + 18}
        lines={[inWords(span.to)]}
        className="chart__soft"
        anchor="end"
      />
    </g>
  );
}

/** Solid while it is secure; from the first bad day on a lattice with its sign. */
function GoodAndBad({ id, bar, layout }: { id: string; bar: Stretch; layout: Layout }) {
  const y = barTop(bar.y + bar.height / 2, layout);
  const good = rounded(bar.width);
  const bad = rounded(layout.width - good);
  return (
    <g>
      {good > 0 ? <Filled id={id} part="in-date" x={0} y={y} width={good} height={BAR} /> : null}
      {bad > 1 ? (
        <Filled id={id} part="overdue" x={good + 2} y={y} width={bad - 2} height={BAR} />
      ) : null}
      {bad > 1 ? (
        <g className="chart__on-overdue">
          <circle className="chart__pill" cx={Math.max(good + 1, 11)} cy={y + BAR / 2} r={11} />
          <path
            fillRule="evenodd"
            d={STATUS_SHAPES.overdue}
            transform={`translate(${rounded(Math.max(good + 1, 11) - 8)} ${y + BAR / 2 - 8})`}
          />
        </g>
      ) : null}
    </g>
  );
}

function daysIn({ from, to }: Span): number {
  return daysBetween(from, to) + 1;
}

/** How many days of the span are good before the first bad one. */
function goodDays({ failsOn }: CoverRow['cover'], span: Span): number {
  if (failsOn === null) return daysIn(span);
  return Math.min(Math.max(daysBetween(span.from, failsOn), 0), daysIn(span));
}
