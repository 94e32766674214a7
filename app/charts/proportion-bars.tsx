import type { ReactNode } from 'react';
import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import { STATUS_SHAPES } from '#app/components/shapes.tsx';
import { Table } from '#app/components/table.tsx';
import { type Count, inDateOf } from '#app/domain/counting.ts';
import type { Shown } from '#app/domain/small-groups.ts';
import { inLines, rounded } from './draw.ts';
import { ChartFigure, type Drawing, LINE_HEIGHT, type Width, Words } from './figure.tsx';
import { Filled, PARTS, type Part, patternsOf } from './patterns.tsx';
import { figuresOf, type ProportionRow, proportionCells, wordsOf } from './proportion-words.ts';

type ProportionBarsProps = {
  id: string;
  title: string;
  /** What the rows are: "Requirement". */
  rowsAre: string;
  rows: readonly ProportionRow[];
  /** In place of the table that the rows alone make. */
  table?: ReactNode;
};

/** In date n of d for each row, as bars of the whole width, with last term's share as a mark. */
export function ProportionBars({ id, title, rowsAre, rows, table }: ProportionBarsProps) {
  const hasLastTerm = rows.some(({ lastTerm }) => lastTerm !== undefined);
  return (
    <ChartFigure
      id={id}
      title={title}
      says={rows.map((row) => `${row.label}: ${figuresOf(row.shown)}`).join('. ')}
      figures={rows}
      draw={(width) => drawProportions(id, rows, width)}
      table={
        table ?? (
          <Table
            caption={title}
            isDense
            columns={[
              { key: 'label', head: rowsAre, isRowHead: true },
              { key: 'share', head: 'In date', isNumeric: true },
              { key: 'dueSoon', head: 'Of them due soon', isNumeric: true },
              { key: 'notYetDue', head: 'Not yet due', isNumeric: true },
              { key: 'overdue', head: 'Overdue', isNumeric: true },
              ...(hasLastTerm ? [{ key: 'lastTerm', head: 'Last term', isNumeric: true }] : []),
            ]}
            rows={rows.map((row) => ({ key: row.label, cells: proportionCells(row) }))}
          />
        )
      }
    />
  );
}

const BAR = 24;
const GAP = 18;
/** A drawing with fewer characters to a line is narrow. */
const NARROW = 60;
/** How many characters of our type fit into so many units, roughly and on the safe side. */
const UNITS_A_CHARACTER = 9.2;

/** Where each row's bar begins, and the words over and under it. */
type Layout = {
  width: number;
  height: number;
  rows: { top: number; name: string[]; words: string[] }[];
};

function layoutOf(rows: readonly ProportionRow[], width: Width): Layout {
  const characters = Math.floor(width / UNITS_A_CHARACTER);
  const layout: Layout = { width, height: 0, rows: [] };
  for (const row of rows) {
    const name = namesOf(row, characters);
    const words = inLines(wordsOf(row), characters).filter(Boolean);
    const top = layout.height + name.length * LINE_HEIGHT + 2;
    layout.rows.push({ top, name, words });
    layout.height = top + barHeight(row) + words.length * LINE_HEIGHT + GAP;
  }
  return layout;
}

/** The lines over a bar: on a narrow drawing the figures stand on a line of their own. */
function namesOf({ label, shown }: ProportionRow, characters: number): string[] {
  const figures = figuresOf(shown);
  if (characters < NARROW) return [...inLines(label, characters), figures];
  return inLines(label, characters - figures.length - 3);
}

function barHeight({ shown }: ProportionRow): number {
  return shown === 'no-one' ? 0 : BAR;
}

function drawProportions(id: string, rows: readonly ProportionRow[], width: Width): Drawing {
  const layout = layoutOf(rows, width);
  const height = Math.max(layout.height, 1);
  const ids = `${id}-${width}`;
  return {
    height,
    chart: () => (
      <BarChart
        id={ids}
        layout="vertical"
        width={width}
        height={height}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        data={rows.map(sharesOf)}
      >
        {patternsOf(ids)}
        <XAxis type="number" domain={[0, 1]} hide />
        <YAxis
          type="category"
          dataKey="label"
          width={1}
          axisLine={false}
          tickLine={false}
          interval={0}
          tick={(tick: Tick) => <RowWords tick={tick} rows={rows} layout={layout} />}
        />
        {PARTS.map((part) => (
          <Bar
            key={part}
            dataKey={part}
            stackId="row"
            isAnimationActive={false}
            barSize={BAR}
            shape={(bar: unknown) => (
              <PartOfBar id={ids} part={part} bar={bar as Stretch} layout={layout} />
            )}
          />
        ))}
      </BarChart>
    ),
  };
}

type Tick = { payload: { index: number } };
type Shares = Record<Part, number> & { label: string; row: ProportionRow };
type Stretch = { index: number; x: number; width: number; payload: Shares };

type RowWordsProps = { tick: Tick; rows: readonly ProportionRow[]; layout: Layout };

/** Name and n of d over the bar, the rest in words under it. */
function RowWords({ tick, rows, layout }: RowWordsProps) {
  const { index } = tick.payload;
  const row = rows[index]!;
  const { top, name, words } = layout.rows[index]!;
  const figures = figuresOf(row.shown);
  const label = name.filter((line) => line !== figures);
  const isBeside = label.length === name.length;
  return (
    <g>
      <Words
        x={0}
        y={top - 8 - (name.length - 1) * LINE_HEIGHT}
        lines={label}
        className="chart__name"
      />
      <Words
        x={isBeside ? layout.width : 0}
        y={top - 8}
        lines={[figures]}
        anchor={isBeside ? 'end' : 'start'}
      />
      {row.shown === 'all' || row.shown === 'not-all' ? (
        <rect className="chart__nothing" x={0.5} y={top} width={layout.width - 1} height={BAR} />
      ) : null}
      <Words x={0} y={top + barHeight(row) + 18} lines={words} className="chart__soft" />
    </g>
  );
}

/** A pointer at last term's share, drawn over the bar. */
function LastTerm({ row, layout, top }: { row: ProportionRow; layout: Layout; top: number }) {
  const { lastTerm } = row;
  if (!lastTerm || !isCount(lastTerm) || lastTerm.of === 0) return null;
  const at = (inDateOf(lastTerm) / lastTerm.of) * layout.width;
  return <path className="chart__pointer" d={`M${rounded(at)} ${top + BAR - 11}l7 12h-14z`} />;
}

type PartOfBarProps = { id: string; part: Part; bar: Stretch; layout: Layout };

const ROOM_FOR_NUMBER = 46;

/** A stretch with its shape and number, where there is room; the words below have it anyway. */
function PartOfBar({ id, part, bar, layout }: PartOfBarProps) {
  const { row } = bar.payload;
  const { top } = layout.rows[bar.index]!;
  return (
    <g>
      {isCount(row.shown) && bar.width > 0 ? (
        <FilledPart id={id} part={part} bar={bar} y={top} number={numberOf(row.shown, part)} />
      ) : null}
      {part === PARTS.at(-1) ? <LastTerm row={row} layout={layout} top={top} /> : null}
    </g>
  );
}

type FilledPartProps = { id: string; part: Part; bar: Stretch; y: number; number: number };

function FilledPart({ id, part, bar, y, number }: FilledPartProps) {
  const x = rounded(bar.x - 1);
  const width = rounded(Math.max(bar.width - 2, 1));
  return (
    <>
      <Filled id={id} part={part} x={x} y={y} width={width} height={BAR} />
      {width >= ROOM_FOR_NUMBER ? <NumberInBar part={part} x={x} y={y} number={number} /> : null}
    </>
  );
}

function NumberInBar({ part, x, y, number }: { part: Part; x: number; y: number; number: number }) {
  const isPlain = part === 'in-date';
  const digits = String(number).length;
  return (
    <g className={isPlain ? 'chart__on-fill' : `chart__on-${part}`}>
      {isPlain ? null : (
        <rect
          className="chart__pill"
          x={x + 1.5}
          y={y + 1.5}
          width={25 + digits * 10}
          height={BAR - 3}
        />
      )}
      <path
        fillRule="evenodd"
        d={STATUS_SHAPES[part]}
        transform={`translate(${x + 7} ${y + 6}) scale(.75)`}
      />
      <text x={x + 23} y={y + 17.5}>
        {number}
      </text>
    </g>
  );
}

function sharesOf(row: ProportionRow): Shares {
  const { label, shown } = row;
  const share = (part: Part) => (isCount(shown) ? numberOf(shown, part) / shown.of : 0);
  return {
    label,
    row,
    'in-date': share('in-date'),
    'due-soon': share('due-soon'),
    'not-yet-due': share('not-yet-due'),
    overdue: share('overdue'),
  };
}

function numberOf(count: Count, part: Part): number {
  const numbers = {
    'in-date': count.inDate,
    'due-soon': count.dueSoon,
    'not-yet-due': count.notYetDue,
    overdue: count.overdue,
  };
  return numbers[part];
}

function isCount(shown: Shown): shown is Count {
  return typeof shown === 'object';
}
