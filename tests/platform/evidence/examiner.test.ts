import { expect, test, vi } from 'vitest';
import { createExaminer } from '#app/platform/evidence/examiner.ts';
import { readInWorker } from '#app/platform/evidence/in-worker.ts';
import { createTurns } from '#app/platform/evidence/turns.ts';
import * as files from '#tests/support/evidence-files.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Work that goes on until it is told to end. */
function held() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
    return 'done';
  };
  return { work, ends, mostAtOnce: () => most };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('two are worked on at once, so many wait, and whoever comes then is told so', async () => {
  const turns = createTurns({ atOnce: 2, waiting: 3 });
  const { work, ends, mostAtOnce } = held();
  const taken = Array.from({ length: 5 }, () => turns.take(work));
  expect(await turns.take(work)).toBeNull();
  for (let done = 0; done < 5; done++) {
    await settled();
    ends.shift()?.();
  }
  expect(await Promise.all(taken)).toEqual(Array(5).fill('done'));
  expect(mostAtOnce()).toBe(2);
});

test('work that fails gives its turn on', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 1 });
  const failing = turns.take(() => Promise.reject(new Error('it failed')));
  const next = turns.take(async () => 'done');
  await expect(failing).rejects.toThrow('it failed');
  expect(await next).toBe('done');
  expect(await turns.take(async () => 'again')).toBe('again');
});

test('where too many files wait, one more is answered that it is busy', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 0 });
  const { work, ends } = held();
  const first = turns.take(work);
  const examine = createExaminer(turns);
  expect(await examine(files.pdf())).toEqual({ ok: false, refusal: 'busy' });
  await settled();
  ends.shift()?.();
  await first;
  expect((await examine(files.pdf())).ok).toBe(true);
});

test('a file that takes too long is given up, and the next one is read', async () => {
  const endless = { kind: 'pdf', bytes: new Uint8Array(files.endlessPdf()) } as const;
  expect(await readInWorker(endless, 700)).toEqual({ refusal: 'too-slow' });
  const sound = { kind: 'pdf', bytes: new Uint8Array(files.pdf()) } as const;
  expect(await readInWorker(sound)).toMatchObject({ pages: 1 });
});

test('a file that wants all the memory there is ends its own thread and no other', async () => {
  const examine = createExaminer();
  const [greedy, sound] = await Promise.all([
    examine(files.endlessPdf()),
    examine(await files.photograph()),
  ]);
  expect(greedy.ok).toBe(false);
  expect(sound.ok).toBe(true);
});

test('while a HEIC picture is read, everybody else is answered', async () => {
  const examine = createExaminer();
  let turns = 0;
  let isOver = false;
  const reading = examine(files.heic()).then((examined) => {
    isOver = true;
    return examined;
  });
  while (!isOver) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  expect((await reading).ok).toBe(true);
  // Were it read on this thread, the loop would turn a few times and no more.
  expect(turns).toBeGreaterThan(100);
});
