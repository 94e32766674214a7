/** One measure beside its floor, in milliseconds. */
export type Compared = {
  name: string;
  /** How many times the floor ours took: median by median. */
  ratio: number;
  ours: number;
  floor: number;
  /** The ratios of the rounds that were furthest apart. */
  min: number;
  max: number;
  /** What the ratio is to be at most. */
  goal: number;
  rounds: number;
};

/** The value below which `share` of the samples are: 0.5 is the median. Throws where there are none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('There is nothing to reckon with');
  return value;
}

/** Rounds of samples, ours and the floor's in turn, as one comparison of a percentile of them. */
export function compare(
  name: string,
  goal: number,
  rounds: readonly { ours: number[]; floor: number[] }[],
  share = 0.5,
): Compared {
  const each = rounds.map(({ ours, floor }) => ({
    ours: percentile(ours, share),
    floor: percentile(floor, share),
  }));
  const ours = percentile(
    each.map((round) => round.ours),
    0.5,
  );
  const floor = percentile(
    each.map((round) => round.floor),
    0.5,
  );
  const ratios = each.map((round) => round.ours / round.floor);
  const [min, max] = [Math.min(...ratios), Math.max(...ratios)];
  return { name, ratio: ours / floor, ours, floor, min, max, goal, rounds: rounds.length };
}

/** `name: ratio (ours median, floor median, min to max)`. */
export function tellCompared({ name, ratio, ours, floor, min, max, goal }: Compared): string {
  const to = (value: number) => value.toFixed(2);
  const about = `ours ${to(ours)} ms, floor ${to(floor)} ms, ${to(min)} to ${to(max)}`;
  return `${name}: ${to(ratio)} (${about}; goal ${goal})`;
}
