import { transact } from '#app/data/database.ts';
import { listKnownRequirements } from '#app/data/import-known.ts';
import {
  addImport,
  findImport,
  findMapping,
  findStaged,
  removeStaged,
  setStaged,
} from '#app/data/imports.ts';
import { headingsOf, mapByItself, recognise } from '#app/domain/import/recognise.ts';
import type { Sheet } from '#app/domain/import/sheet.ts';
import {
  type Choices,
  type ImportKind,
  type Mapping,
  NO_CHOICES,
  type Words,
} from '#app/domain/import/types.ts';
import { secondsAfter } from '#app/platform/clock.ts';
import { type Act, answerOnce, Refusal, requireSchool } from './act.ts';

export type StageImport = {
  sheet: Sheet;
  fileName: string;
  /** SHA-256 of the file as it came. */
  fileHash: string;
  /** Null: told by the file. */
  kind: ImportKind | null;
  choices?: Partial<Choices>;
};

/** Files that were read and never imported are thrown away after so long. */
const KEPT_SECONDS = 7 * 24 * 60 * 60;

/**
 * Keeps what was read from a file beside how its headings are mapped (as last time, where the school
 * had the same headings before), for the preview. Nothing else is written. Answers the import's id.
 */
export async function stageImport(act: Act, command: StageImport): Promise<{ importId: number }> {
  const schoolId = requireSchool(act);
  const { kind, mapping } = mappingFor(act, schoolId, command.sheet, command.kind);
  const staged = {
    sheet: command.sheet,
    mapping,
    choices: { ...NO_CHOICES, ...command.choices },
  };
  return transact(act.database, (transaction) =>
    answerOnce(act, transaction, () => {
      removeStaged(transaction, schoolId, { before: secondsAfter(act.now, -KEPT_SECONDS) });
      const importId = addImport(transaction, {
        schoolId,
        kind,
        fileName: command.fileName,
        fileHash: command.fileHash,
        startedAt: act.now,
        actorAccountId: act.actor.accountId,
        staged,
      });
      return { importId };
    }),
  );
}

function mappingFor(
  act: Act,
  schoolId: number,
  sheet: Sheet,
  wanted: ImportKind | null,
): { kind: ImportKind; mapping: Mapping } {
  const requirements = listKnownRequirements(act.database, schoolId);
  const { kind, mapping } = recognise(sheet, { requirements }, wanted ?? undefined);
  const headings = headingsOf(sheet, mapping.headingRow);
  const remembered = findMapping(act.database, schoolId, kind, headings);
  return {
    kind,
    mapping: {
      ...mapping,
      columns: remembered.columns ?? mapping.columns,
      words: remembered.words,
    },
  };
}

export type ChangeStaged = {
  importId: number;
  kind?: ImportKind;
  /** What each column is; a change of it keeps the row of the headings. */
  columns?: string[];
  /** What titles mean, by `sameWords`; added to what is known. */
  words?: Partial<Words>;
  choices?: Partial<Choices>;
};

/** Keeps what the person at the preview has decided; nothing is imported by it. Throws Refusal. */
export async function changeStaged(act: Act, command: ChangeStaged): Promise<void> {
  const schoolId = requireSchool(act);
  const requirements = listKnownRequirements(act.database, schoolId);
  await transact(act.database, (transaction) => {
    const record = findImport(transaction, schoolId, command.importId);
    const staged = record && findStaged(transaction, record.id);
    if (!record) throw new Refusal('not-found', 'There is no such import');
    if (!staged) throw new Refusal('conflict', 'This import was finished already');
    const kind = command.kind ?? record.kind;
    const isOther = kind !== record.kind;
    const found = isOther ? mapByItself(staged.sheet, kind, requirements) : staged.mapping;
    setStaged(transaction, record.id, kind, {
      sheet: staged.sheet,
      mapping: {
        headingRow: found.headingRow,
        columns: command.columns ?? found.columns,
        words: withWords(staged.mapping.words, command.words ?? {}),
      },
      choices: isOther ? NO_CHOICES : { ...staged.choices, ...command.choices },
    });
  });
}

function withWords(known: Words, said: Partial<Words>): Words {
  return {
    appointment: { ...known.appointment, ...said.appointment },
    requirement: { ...known.requirement, ...said.requirement },
  };
}

/** Throws away a file that was read and not imported. */
export async function discardImport(act: Act, importId: number): Promise<void> {
  const schoolId = requireSchool(act);
  await transact(act.database, (transaction) =>
    answerOnce(act, transaction, () => {
      const record = findImport(transaction, schoolId, importId);
      if (!record) throw new Refusal('not-found', 'There is no such import');
      if (record.state !== 'staged') {
        throw new Refusal('conflict', 'This import was finished already');
      }
      removeStaged(transaction, schoolId, { importId });
    }),
  );
}
