/** How the questions of a topic were answered in first attempts. */
export type TopicFigure = {
  topic: string;
  right: number;
  /** How often a question of it was asked. */
  of: number;
  /** People who were asked. */
  people: number;
};

/** The topics by their share of right answers, the weakest first; of two alike, the one asked more often. */
export function weakestFirst(topics: readonly TopicFigure[]): TopicFigure[] {
  return topics
    .filter(({ of }) => of > 0)
    .sort((a, b) => a.right * b.of - b.right * a.of || b.of - a.of);
}

/** Below this share of right answers a topic is weak enough to be spoken of. */
const WEAK_BELOW = 0.75;

export function isWeak({ right, of }: Pick<TopicFigure, 'right' | 'of'>): boolean {
  return of > 0 && right / of < WEAK_BELOW;
}
