import { pathsIn } from '#app/data/folder.ts';
import { type Opened, openForServer } from '#app/data/open.ts';
import { now } from '#app/platform/clock.ts';
import type { Settings } from '#app/platform/env.ts';
import { createExaminer } from '#app/platform/evidence/examiner.ts';
import { fillDemo } from './fill-demo.ts';

/** The demo's database, loaded where there is none yet, or again where `startOver`. */
export function openDemo({ dataDir }: Settings, startOver = false): Promise<Opened> {
  const begun = now();
  return openForServer({
    dataDir,
    kind: 'demo',
    now: begun,
    startOver,
    fill: (database) => {
      console.log('Loading five demo schools …');
      const evidence = { folder: pathsIn(dataDir).evidence, examine: createExaminer() };
      return fillDemo({ database, now: begun, evidence });
    },
  });
}
