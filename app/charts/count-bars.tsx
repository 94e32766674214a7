import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import { Table } from '#app/components/table.tsx';
import { rounded } from './draw.ts';
import { ChartFigure, type Drawing, type Width, Words } from './figure.tsx';
import { Filled, patternsOf } from './patterns.tsx';

export type CountRow = { label: string; n: number };

type CountBarsProps = {
  id: string;
  title: string;
  rows: readonly CountRow[];
  /** What every bar is a part of; a bar as long as the page is all of them. */
  of: number;
  rowsAre: string;
  numbersAre: string;
};

/** n of d for each row, all measured by the same d, from zero. */
export function CountBars({ id, title, rows, of, rowsAre, numbersAre }: CountBarsProps) {
  return (
    <ChartFigure
      id={id}
      title={title}
      says={rows.map(({ label, n }) => `${label}: ${n} of ${of}`).join('. ')}
      figures={[rows, of]}
      draw={(width) => drawCounts(id, rows, of, width)}
      table={
        <Table
          caption={title}
          isDense
          columns={[
            { key: 'label', head: rowsAre, isRowHead: true },
            { key: 'n', head: numbersAre, isNumeric: true },
          ]}
          rows={rows.map(({ label, n }) => ({ key: label, cells: { label, n: `${n} of ${of}` } }))}
        />
      }
    />
  );
}

const BAR = 20;
const ABOVE = 23;
const ROW = ABOVE + BAR + 18;

function drawCounts(id: string, rows: readonly CountRow[], of: number, width: Width): Drawing {
  const ids = `${id}-${width}`;
  const height = Math.max(rows.length * ROW, 1);
  return {
    height,
    chart: () => (
      <BarChart
        id={ids}
        layout="vertical"
        width={width}
        height={height}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        data={rows.map(({ label, n }) => ({ label, n }))}
      >
        {patternsOf(ids)}
        <XAxis type="number" domain={[0, Math.max(of, 1)]} hide />
        <YAxis
          type="category"
          dataKey="label"
          width={1}
          axisLine={false}
          tickLine={false}
          interval={0}
          tick={(tick: Tick) => <RowWords tick={tick} rows={rows} of={of} width={width} />}
        />
        <Bar
          dataKey="n"
          isAnimationActive={false}
          barSize={BAR}
          shape={(bar: unknown) => <WholeBar id={ids} bar={bar as Stretch} />}
        />
      </BarChart>
    ),
  };
}

type Tick = { y: number; payload: { index: number } };
type Stretch = { x: number; y: number; width: number; height: number };

function barTop(middle: number): number {
  return rounded(middle - ROW / 2 + ABOVE);
}

type RowWordsProps = { tick: Tick; rows: readonly CountRow[]; of: number; width: number };

function RowWords({ tick, rows, of, width }: RowWordsProps) {
  const { label, n } = rows[tick.payload.index]!;
  const top = barTop(tick.y);
  return (
    <g>
      <Words x={0} y={top - 7} lines={[label]} className="chart__name" />
      <Words x={width} y={top - 7} lines={[`${n} of ${of}`]} anchor="end" />
      <rect className="chart__ground" x={0} y={top} width={width} height={BAR} />
    </g>
  );
}

function WholeBar({ id, bar }: { id: string; bar: Stretch }) {
  if (bar.width <= 0) return <g />;
  const y = barTop(bar.y + bar.height / 2);
  return <Filled id={id} part="overdue" x={0} y={y} width={rounded(bar.width)} height={BAR} />;
}
