import { createHash } from 'node:crypto';
import { type Database, type Transaction, transact } from '#app/data/database.ts';
import {
  addFailure,
  listFailures,
  removeFailures,
  removeFailuresOf,
  sweepFailures,
} from '#app/data/failures.ts';
import { secondsAfter, secondsBetween } from '#app/platform/clock.ts';

/** Failures are counted over the last five minutes. */
const WINDOW_SECONDS = 5 * 60;

/**
 * So many failures, and the next try waits. A whole school may come from one address and mistype on
 * the same INSET morning; somebody who tries many accounts from there needs more than that.
 */
const MOST_FOR_ONE_SECRET = 10;
const MOST_FROM_ONE_ADDRESS = 50;

/** So many look-ups of certificates: enough for a pile of paper, too few for guessing at codes. */
const MOST_LOOK_UPS = 100;

/** A try at a secret, counted as a failure until it is known to have succeeded. */
export type Try = { secretKey: string; failureIds: number[] };

/** What is guessed at: an account's password, or the code that opens the set-up page. */
export type Guessed = { secret: string; address: string };

/**
 * Counts a try before it is made, so that many at once are not all let through. Answers the try, or
 * for how many seconds there must be none. A try that had to wait is not counted.
 */
export function beginTry(
  database: Database,
  { secret, address }: Guessed,
  now: string,
): Promise<Try | { waitSeconds: number }> {
  const secretKey = `secret:${createHash('sha256').update(secret).digest('hex')}`;
  const addressKey = `address:${address}`;
  return transact(database, (transaction): Try | { waitSeconds: number } => {
    sweepFailures(transaction, { until: secondsAfter(now, -WINDOW_SECONDS), now });
    const waitSeconds = Math.max(
      secondsToWait(transaction, secretKey, MOST_FOR_ONE_SECRET, now),
      secondsToWait(transaction, addressKey, MOST_FROM_ONE_ADDRESS, now),
    );
    if (waitSeconds > 0) return { waitSeconds };
    const failureIds = [secretKey, addressKey].map((key) => addFailure(transaction, key, now));
    return { secretKey, failureIds };
  });
}

/**
 * The try succeeded: it was no failure, and those before it at the same secret are forgiven. Those
 * from the same address at other secrets are not.
 */
export function endTry(database: Database, { secretKey, failureIds }: Try): Promise<void> {
  return transact(database, (transaction) => {
    removeFailures(transaction, failureIds);
    removeFailuresOf(transaction, secretKey);
  });
}

/**
 * Counts a look-up of a certificate from an address, whether or not it finds one. Answers for how many
 * seconds there must be none; 0: go on. One that had to wait is not counted.
 */
export function beginLookUp(database: Database, address: string, now: string): Promise<number> {
  const key = `look-up:${address}`;
  return transact(database, (transaction): number => {
    sweepFailures(transaction, { until: secondsAfter(now, -WINDOW_SECONDS), now });
    const waitSeconds = secondsToWait(transaction, key, MOST_LOOK_UPS, now);
    if (waitSeconds === 0) addFailure(transaction, key, now);
    return waitSeconds;
  });
}

function secondsToWait(transaction: Transaction, key: string, most: number, now: string): number {
  const failed = listFailures(transaction, key);
  const first = failed.at(-most);
  if (first === undefined) return 0;
  return Math.max(1, Math.ceil(secondsBetween(now, secondsAfter(first, WINDOW_SECONDS))));
}
