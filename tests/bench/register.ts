/**
 * How long it takes to make the register of 120 people final, with three requirements credited:
 * `node tests/bench/register.ts`. It prints a time and asserts none.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, openDatabase } from '#app/data/database.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { migrate } from '#app/data/migrate.ts';
import { addRequirement } from '#app/data/requirements.ts';
import { findSession } from '#app/data/sessions.ts';
import { day } from '#app/domain/days.ts';
import type { Act } from '#app/operations/act.ts';
import { finaliseRegister, previewFinal } from '#app/operations/finalise-register.ts';
import { beginningOfRegister, keepRegister } from '#app/operations/keep-register.ts';
import { planSession } from '#app/operations/plan-session.ts';
import { makePerson, makeSchool, makeTrust, write } from '#tests/support/people.ts';

const PEOPLE = 120;
const REQUIREMENTS = ['Safeguarding', 'Prevent', 'Online safety'];
const ON = day('2026-09-01');

const folder = mkdtempSync(join(tmpdir(), 'indate-bench-'));
// A file and not memory: the sync of the commit is part of the time.
const database = openDatabase(join(folder, 'indate.db'), { create: true });
try {
  migrate(database);
  await makeRegisterFinal();
} finally {
  closeDatabase(database);
  rmSync(folder, { recursive: true, force: true });
}

async function makeRegisterFinal(): Promise<void> {
  const schoolId = makeSchool(database, makeTrust(database));
  const people = Array.from({ length: PEOPLE }, (_, n) =>
    makePerson(database, schoolId, `Zoë Marsh ${n + 1}`),
  );
  const actor = { accountId: null, personId: null, name: 'Bench' };
  const act: Act = { database, actor, schoolId, today: ON, now: '2026-09-01T15:00:00.000Z' };
  const at = await planSession(act, {
    title: 'Whole-school safeguarding',
    about: null,
    trainerPersonId: null,
    trainerName: 'Marcus Ellwood',
    trainerHoldsId: null,
    audience: { categories: ['staff'], kinds: [] },
    creditIds: REQUIREMENTS.map((name, n) => addAsked(schoolId, name, n)),
    sitting: { heldOn: ON, startsAt: '09:00', minutes: 90, place: 'Hall', isMopUp: false },
  });
  const ticks = people.map((personId) => ({
    personId,
    attendance: 'there' as const,
    minutes: null,
  }));
  const began = beginningOfRegister([]);
  await timed('Keeping it', () =>
    keepRegister(act, { ...at, began, ticks, step: { kind: 'save' }, files: [] }),
  );
  const session = findSession(database, schoolId, at.sessionId)!;
  const facts = schoolFacts(database, schoolId);
  const sitting = session.sittings[0]!;
  const shown = previewFinal(database, facts, { session, sitting, accountId: null });
  const command = { ...at, began: shown.began, isCascadeAccepted: false };
  await timed('Making it final', () => finaliseRegister(act, command));
}

function addAsked(schoolId: number, name: string, n: number): number {
  const line = {
    key: 'all',
    audience: { categories: ['staff' as const], kinds: [] },
    cycle: { kind: 'months' as const, months: 12 },
    startWithin: 7,
    rollOutOn: null,
    basis: { kind: 'school-policy' as const, document: 'Policy', place: '1' },
    suggestion: null,
  };
  const details = {
    key: `asked-${n}`,
    name,
    whatCounts: 'The session',
    whereToGo: null,
    siteSpecific: false,
    handedInCounts: 'when-checked' as const,
    asksFor: [],
    minutesNeeded: null,
    noticeDays: null,
    retiredFrom: null,
    metBy: [],
  };
  const version = { startsOn: day('2020-09-01'), appliesToEarlier: false, lines: [line] };
  return write(database, (transaction) => addRequirement(transaction, schoolId, details, version));
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now();
  const answer = await work();
  const took = (performance.now() - from).toFixed(0);
  console.log(`${what}: ${took} ms, ${PEOPLE} people: ${JSON.stringify(answer)}`);
}
