/** Work that takes its turn: so much at once, and so much that waits. */
export type Turns = {
  /** Does the work when its turn comes; null where too much waits already. */
  take: <T>(work: () => Promise<T>) => Promise<T | null>;
};

export function createTurns({ atOnce, waiting }: { atOnce: number; waiting: number }): Turns {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    take: async (work) => {
      if (running === atOnce) {
        if (queue.length === waiting) return null;
        // Whoever is done hands its turn on.
        await new Promise<void>((resolve) => queue.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
