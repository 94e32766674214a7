import { type Undone, undoChanges } from '#app/data/import-undo.ts';
import { findImport, setUndone } from '#app/data/imports.ts';
import { IMPORT_KIND_LABELS } from '#app/domain/import/types.ts';
import { secondsAfter } from '#app/platform/clock.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

const UNDO_DAYS = 30;

/** Can an import that was done at this instant still be undone? */
export function canBeUndone(doneAt: string | null, now: string): boolean {
  return doneAt !== null && secondsAfter(doneAt, UNDO_DAYS * 24 * 60 * 60) >= now;
}

/**
 * Takes back a whole import, for 30 days. What somebody has changed since stays and is named in the
 * answer; completions are withdrawn, so that a later import of the same file adds them anew. Throws
 * Refusal.
 */
export function undoImport(act: Act, importId: number): Promise<Undone> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const record = findImport(transaction, schoolId, importId);
    if (!record) throw new Refusal('not-found', 'There is no such import');
    if (record.state !== 'done') throw new Refusal('conflict', 'This import was undone already');
    if (!canBeUndone(record.doneAt, act.now)) {
      throw new Refusal(
        'conflict',
        `An import can be undone for ${UNDO_DAYS} days; those are over`,
      );
    }
    const undone = undoChanges(act.database, {
      importId,
      reason: `The import of ${record.fileName} was undone`,
      withdrawnAt: act.now,
      withdrawnBy: act.actor.accountId,
    });
    setUndone(transaction, importId);
    audit({
      action: 'import.undone',
      importId,
      about: `${IMPORT_KIND_LABELS[record.kind]}, ${record.fileName}`,
      after: { ...undone.counts, leftAlone: undone.leftAlone.length },
    });
    return undone;
  });
}
