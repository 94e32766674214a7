import { writeChanges } from '#app/data/import-writes.ts';
import {
  findImport,
  type ImportRecord,
  type PlannedImport,
  planOfImport,
  rememberMapping,
  setDone,
} from '#app/data/imports.ts';
import { listPersonIdsOf } from '#app/data/people.ts';
import { findSchool } from '#app/data/schools.ts';
import { changesOf } from '#app/domain/import/plan.ts';
import { IMPORT_KIND_LABELS } from '#app/domain/import/types.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

export type Summary = Record<string, number>;

const TRIES = 5;

/**
 * Applies a waiting import: all of it, in one transaction with one entry of the audit, or nothing.
 * Refused while anything is asked or wrong, and where `seen` (the facts version of the preview) is
 * not the school's any more. An import that is done already is answered with what it did. Throws
 * Refusal.
 */
export async function applyImport(
  act: Act,
  { importId, seen }: { importId: number; seen?: number },
): Promise<{ summary: Summary }> {
  const schoolId = requireSchool(act);
  for (let tries = 1; ; tries++) {
    const record = findImport(act.database, schoolId, importId);
    if (!record) throw new Refusal('not-found', 'There is no such import');
    if (record.state === 'done') return { summary: record.summary ?? {} };
    // Planned before the lock is taken; nobody waits meanwhile.
    const planned = requirePlan(act, record, seen);
    const summary = await write(act, record, planned);
    if (summary !== null) return { summary };
    if (tries === TRIES) throw new Refusal('conflict', CHANGED);
  }
}

const CHANGED =
  'Something at the school was changed since this preview. Nothing was imported; look at the preview again.';

function requirePlan(act: Act, record: ImportRecord, seen?: number): PlannedImport {
  const planned = planOfImport(act.database, record, act.today);
  if (planned === null) throw new Refusal('conflict', 'This import was undone');
  if (seen !== undefined && seen !== planned.factsVersion) throw new Refusal('conflict', CHANGED);
  const { plan } = planned;
  if (plan.questions.length > 0) {
    throw new Refusal('wrong', 'Answer what the preview asks first; nothing was imported');
  }
  if (plan.counts.wrong > 0) {
    const rows = plan.counts.wrong === 1 ? '1 row is' : `${plan.counts.wrong} rows are`;
    throw new Refusal('wrong', `${rows} wrong: put right or leave out; nothing was imported`);
  }
  return planned;
}

/** Null where the school changed between planning and writing: nothing was written. */
function write(act: Act, record: ImportRecord, planned: PlannedImport): Promise<Summary | null> {
  const { id: importId, schoolId } = record;
  const { plan, known, staged, factsVersion } = planned;
  const changes = changesOf(plan, known);
  const summary: Summary = { ...plan.counts };
  return carryOut(act, (transaction, audit) => {
    const now = findImport(transaction, schoolId, importId);
    const isSame = findSchool(transaction, schoolId)?.factsVersion === factsVersion;
    if (now?.state !== 'staged' || !isSame) return null;
    const { accountId } = act.actor;
    writeChanges(
      act.database,
      {
        schoolId,
        importId,
        recordedAt: act.now,
        recordedOn: act.today,
        recordedBy: accountId,
        ownPersonIds: accountId === null ? [] : listPersonIdsOf(transaction, accountId),
      },
      changes,
    );
    rememberMapping(transaction, schoolId, record.kind, staged);
    setDone(transaction, importId, { doneAt: act.now, summary });
    audit({
      action: 'import.applied',
      importId,
      about: `${IMPORT_KIND_LABELS[record.kind]}, ${record.fileName}`,
      after: summary,
    });
    return summary;
  });
}
