import { appendAudit } from '#app/data/audit.ts';
import { transact } from '#app/data/database.ts';
import { findMark, setMark } from '#app/data/marks.ts';
import { openForCommand } from '#app/data/open.ts';

/** Writes without a pause, and says the number of each act once it is acknowledged. */
const { database } = await openForCommand(String(process.env.DATA_DIR));
const at = '2026-11-16T09:00:00.000Z';
const actor = { accountId: null, name: 'a storm' };

for (let act = Number(findMark(database, 'acts')) + 1; ; act++) {
  await transact(database, (transaction) => {
    setMark(transaction, 'acts', String(act));
    appendAudit(transaction, { schoolId: null, at, actor, action: 'test.done', after: act });
  });
  process.stdout.write(`${act}\n`);
  if (act % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
}
