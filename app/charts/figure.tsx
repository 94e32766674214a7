import type { ReactElement, ReactNode } from 'react';
import { drawn } from './draw.ts';

/** Wide for screens and paper, narrow for telephones: words keep their size in both. */
const WIDTHS = { wide: 640, narrow: 340 } as const;
export type Width = (typeof WIDTHS)[keyof typeof WIDTHS];

export type Drawing = { height: number; chart: () => ReactElement };

type ChartFigureProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  /** In one sentence what the chart shows: what is heard in its place. */
  says: string;
  /** Everything that the drawing depends on. */
  figures: unknown;
  draw: (width: Width) => Drawing;
  /** The same figures as a table, folded; null where it stands beside the chart. */
  table: ReactNode;
};

/** A chart, drawn whole on the server, with its table folded under it. */
export function ChartFigure({ id, title, says, figures, draw, table }: ChartFigureProps) {
  const key = JSON.stringify([id, figures]);
  return (
    <figure className="chart">
      <figcaption className="chart__title">{title}</figcaption>
      {(['wide', 'narrow'] as const).map((size) => (
        <DrawnChart
          key={size}
          name={size}
          id={`${id}-${size}`}
          words={`${title}. ${says}`}
          figuresKey={`${size} ${key}`}
          width={WIDTHS[size]}
          drawing={draw(WIDTHS[size])}
        />
      ))}
      {table === null ? null : (
        <details className="govuk-details screen-only">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              The figures as a table<span className="govuk-visually-hidden">: {title}</span>
            </span>
          </summary>
          <div className="govuk-details__text">{table}</div>
        </details>
      )}
    </figure>
  );
}

type DrawnChartProps = {
  name: 'wide' | 'narrow';
  id: string;
  words: string;
  figuresKey: string;
  width: number;
  drawing: Drawing;
};

function DrawnChart({ name, id, words, figuresKey, width, drawing }: DrawnChartProps) {
  const inside = drawn(figuresKey, drawing.chart);
  return (
    <svg
      className={`chart__drawing chart__drawing--${name}`}
      role="img"
      aria-labelledby={`${id}-words`}
      viewBox={`0 0 ${width} ${drawing.height}`}
      width={width}
      height={drawing.height}
    >
      <title id={`${id}-words`}>{words}</title>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us, its texts escaped */}
      <g dangerouslySetInnerHTML={{ __html: inside }} />
    </svg>
  );
}

/** Lines of words, the first with its base at `y`. */
export function Words(props: {
  x: number;
  y: number;
  lines: readonly string[];
  className?: string;
  anchor?: 'start' | 'end';
}) {
  const { x, y, lines, className, anchor = 'start' } = props;
  return (
    <>
      {lines.map((line, index) => (
        <text
          key={line}
          className={className}
          x={x}
          y={y + index * LINE_HEIGHT}
          textAnchor={anchor}
        >
          {line}
        </text>
      ))}
    </>
  );
}

export const LINE_HEIGHT = 21;
