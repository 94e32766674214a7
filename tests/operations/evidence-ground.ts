import { addAccount, linkPerson } from '#app/data/accounts.ts';
import { addEvidenceFile } from '#app/data/waiting-files.ts';
import type { AskedField } from '#app/domain/evidence/asked.ts';
import type { Act } from '#app/operations/act.ts';
import type { HandIn } from '#app/operations/hand-in.ts';
import * as schema from '#db/schema.ts';
import { makePerson, write } from '#tests/support/people.ts';
import { addRequirement, freshGround, type Ground, on } from './support.ts';

/** A school with a teacher, a lead and a deputy, each with an account, and a certificate asked for. */
export type EvidenceGround = Ground & {
  zoe: Somebody;
  bronwen: Somebody;
  leanne: Somebody;
  preventId: number;
};

export type Somebody = { personId: number; accountId: number; act: Act };

export function evidenceGround(asks: Asks = {}): EvidenceGround {
  const ground = freshGround();
  return {
    ...ground,
    zoe: somebody(ground, 'Zoë Lytton', 'teacher'),
    bronwen: somebody(ground, 'Bronwen Sayle', 'dsl'),
    leanne: somebody(ground, 'Leanne Okoro', 'deputy-dsl'),
    preventId: asking(ground, asks),
  };
}

function somebody(ground: Ground, name: string, kind: string): Somebody {
  const { database, schoolId } = ground;
  const personId = makePerson(database, schoolId, name, [{ kind }]);
  const accountId = write(database, (transaction) => {
    const email = `${kind}@example.org`;
    const added = addAccount(transaction, { email, name });
    linkPerson(transaction, added, personId);
    return added;
  });
  return { personId, accountId, act: { ...ground.act, actor: { accountId, personId, name } } };
}

type Asks = { asksFor?: AskedField[]; handedInCounts?: 'at-once' };

function asking(ground: Ground, asks: Asks): number {
  const id = addRequirement(ground, { key: 'prevent' });
  if (Object.keys(asks).length > 0) {
    write(ground.database, (tx) => tx.update(schema.requirements).set(asks).run());
  }
  return id;
}

/** A file that waits for a form of this account. Answers its token. */
export function waitingFile({ database }: Ground, accountId: number, name = 'photo.jpg'): string {
  const token = `token-${accountId}-${name}`;
  write(database, (transaction) => {
    const sha256 = `${name}-${accountId}`.padEnd(64, '0');
    const now = '2026-11-16T08:00:00.000Z';
    const kept = { sha256, mediaType: 'image/jpeg' as const, bytes: 10, pages: null };
    addEvidenceFile(transaction, { ...kept, preview: null, files: [] }, now);
    transaction
      .insert(schema.waitingFiles)
      .values({ token, accountId, sha256, name, handedInAt: now })
      .run();
  });
  return token;
}

/** What Zoë hands in: the certificate of a course, of which she types nothing but the day. */
export function handIn({ zoe, preventId }: EvidenceGround, more: Partial<HandIn> = {}): HandIn {
  return {
    personId: zoe.personId,
    requirementId: preventId,
    completedOn: on('2026-11-10'),
    printedExpiryOn: null,
    evidence: 'certificate',
    provider: null,
    level: null,
    reference: null,
    trainingDays: null,
    note: null,
    tokens: [],
    ...more,
  };
}

export const NOTHING_READ = { provider: null, level: null, reference: null, trainingDays: null };
