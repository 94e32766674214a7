import { describe, expect, test } from 'vitest';
import { BusyError, closeDatabase, openDatabase, transact } from '#app/data/database.ts';
import { findMark, setMark } from '#app/data/marks.ts';
import { freshDatabase } from '#tests/support/database.ts';

describe('a writing transaction', () => {
  test('answers what its callback answers', async () => {
    const database = freshDatabase();
    const answer = await transact(database, (transaction) => {
      setMark(transaction, 'one', '1');
      return findMark(transaction, 'one');
    });
    expect(answer).toBe('1');
  });

  test('leaves nothing behind when its callback throws', async () => {
    const database = freshDatabase();
    const writing = transact(database, (transaction) => {
      setMark(transaction, 'one', '1');
      throw new Error('half way');
    });
    await expect(writing).rejects.toThrow('half way');
    expect(findMark(database, 'one')).toBeNull();
  });

  test('takes no callback that waits: it does not compile, and leaves nothing behind', async () => {
    const database = freshDatabase();
    // @ts-expect-error a promise would be committed before it is done
    const writing = transact(database, async (transaction) => {
      setMark(transaction, 'one', '1');
    });
    await expect(writing).rejects.toThrow(/promise/);
    expect(findMark(database, 'one')).toBeNull();
  });

  test('waits for another process without stopping this one, and gives up in the end', async () => {
    const database = freshDatabase();
    const other = openDatabase(database.$client.name);
    other.$client.exec('BEGIN IMMEDIATE');
    let beats = 0;
    const heart = setInterval(() => {
      beats += 1;
    }, 10);
    await expect(transact(database, () => 1)).rejects.toThrow(BusyError);
    clearInterval(heart);
    expect(beats).toBeGreaterThan(20);
    const waiting = transact(database, () => 'done');
    setTimeout(() => other.$client.exec('COMMIT'), 100);
    expect(await waiting).toBe('done');
    closeDatabase(other);
  });

  test('is on the disk when it is acknowledged', () => {
    const { $client } = freshDatabase();
    expect($client.pragma('journal_mode', { simple: true })).toBe('wal');
    expect($client.pragma('synchronous', { simple: true })).toBe(2);
    expect($client.pragma('foreign_keys', { simple: true })).toBe(1);
  });
});
