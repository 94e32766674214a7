import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = Object.fromEntries(
  [
    ...readFileSync('app/styles/_tokens.scss', 'utf8').matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g),
  ].map(([, name, colour]) => [name!, colour!]),
);

const STATUSES = ['in-date', 'due-soon', 'not-yet-due', 'overdue', 'exempt', 'away'];
const GROUNDS = ['paper', 'sheet', 'plum-tint'];
const TEXT = ['ink', 'ink-soft', 'plum', 'plum-bright', 'visited', 'overdue', 'in-date'];

const textPairs = [
  ...TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground])),
  ...STATUSES.map((status) => [status, `${status}-tint`]),
  ['not-required', 'sheet'],
  ['mark', 'sheet'],
  ['ink', 'focus'],
  ['sheet', 'plum'],
  ['sheet', 'plum-bright'],
  ['sheet', 'overdue'],
  ['sheet', 'in-date'],
] as [string, string][];

describe('the colours', () => {
  it.each(textPairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(tokens[text]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)('the edge of a field can be seen on %s', (ground) => {
    expect(contrast(tokens['line-strong']!, tokens[ground]!)).toBeGreaterThanOrEqual(3);
  });

  it('the focus is seen on the dark band by itself, elsewhere by the ink drawn with it', () => {
    expect(contrast(tokens.focus!, tokens.plum!)).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens.ink!, tokens.focus!)).toBeGreaterThanOrEqual(3);
  });

  it('are the same in what govuk-frontend is told', () => {
    const told = readFileSync('app/styles/_govuk.scss', 'utf8').match(/#[0-9a-f]{6}/g) ?? [];
    const own = new Set(Object.values(tokens));
    expect(told.filter((colour) => !own.has(colour))).toEqual([]);
  });
});

/** The contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
