import {
  listAdministeredSchools,
  listLedTrusts,
  listOwnRecords,
  type OwnRecord,
} from '#app/data/accounts.ts';
import type { Reader } from '#app/data/database.ts';
import type { School } from '#app/data/schools.ts';
import { type Day, isWithin } from '#app/domain/days.ts';
import { type Role, rolesOf } from '#app/domain/permissions.ts';

/** What an account may open: a person's record, a school that it administers, or its trust. */
export type Place = {
  personId: number | null;
  schoolId: number | null;
  /** The school's or trust's name. */
  label: string;
};

/** A place with what it lets the account do on the day it was asked for. */
export type OpenPlace = Place & { school: School | null; roles: Role[]; home: string };

export type Opens = { places: OpenPlace[]; trustId: number | null };

/**
 * What this account may open on `today`, by name. A record opens until the last day of its last
 * appointment, and before the first one too, so that a starter can do what is due on the first day.
 * After it, what was granted to the account at that school no longer opens it either. The trust as
 * such is a place only where there is no other; where there is, its pages are open from there.
 */
export function findPlaces(reader: Reader, accountId: number, today: Day): Opens {
  const administered = listAdministeredSchools(reader, accountId);
  const trust = listLedTrusts(reader, accountId)[0] ?? null;
  const trustRoles: Role[] = trust ? ['trust-lead'] : [];
  const own = listOwnRecords(reader, accountId);
  const records = own.filter((record) => isOpen(record, today));
  const settled = new Set(
    own
      .filter((record) => isOpen(record, today) || hasEnded(record, today))
      .map(({ school }) => school.id),
  );
  const places: OpenPlace[] = records.map((record) => {
    const isAdministrator = administered.some(({ id }) => id === record.school.id);
    const roles: Role[] = [
      ...rolesHeld(record, today),
      ...(isAdministrator ? (['administrator'] as const) : []),
      ...trustRoles,
    ];
    return placeAt(
      record.school,
      record.personId,
      roles,
      homeOf(roles, isOnlyGovernor(record, today)),
    );
  });
  for (const school of administered) {
    if (settled.has(school.id)) continue;
    places.push(placeAt(school, null, ['administrator', ...trustRoles], '/admin'));
  }
  if (places.length === 0 && trust) places.push(trustAsSuch(trust.name));
  places.sort((one, other) => one.label.localeCompare(other.label, 'en-GB'));
  return { places, trustId: trust?.id ?? null };
}

function placeAt(school: School, personId: number | null, roles: Role[], home: string): OpenPlace {
  return { personId, schoolId: school.id, label: school.name, school, roles, home };
}

function trustAsSuch(label: string): OpenPlace {
  const nowhere = { personId: null, schoolId: null, school: null };
  return { ...nowhere, label, roles: ['trust-lead'], home: '/trust' };
}

function isOpen({ appointments }: OwnRecord, today: Day): boolean {
  return appointments.some(({ to }) => to === null || today <= to);
}

/** A record with no appointment yet has not ended: somebody may administer before they are appointed. */
function hasEnded({ appointments }: OwnRecord, today: Day): boolean {
  return appointments.length > 0 && appointments.every(({ to }) => to !== null && to < today);
}

function heldOn({ appointments }: OwnRecord, today: Day) {
  return appointments.filter(({ from, to }) => isWithin(today, from, to));
}

/** Before the first day there is no role yet, only training of one's own. */
function rolesHeld(record: OwnRecord, today: Day): Role[] {
  const held = heldOn(record, today);
  return held.length > 0 ? rolesOf(held) : ['staff'];
}

function isOnlyGovernor(record: OwnRecord, today: Day): boolean {
  const held = heldOn(record, today);
  return held.length > 0 && held.every(({ category }) => category === 'governor');
}

/** The page that answers this person's question first. */
function homeOf(roles: Role[], isGovernorOnly: boolean): string {
  if (roles.includes('dsl') || roles.includes('deputy-dsl')) return '/dsl';
  if (roles.includes('administrator')) return '/admin';
  if (isGovernorOnly) return '/governors';
  if (roles.includes('trust-lead')) return '/trust';
  return '/my';
}

/** Are the two the same record, school or trust? */
export function isSamePlace(
  one: { personId: number | null; schoolId: number | null },
  other: { personId: number | null; schoolId: number | null },
): boolean {
  return one.personId === other.personId && one.schoolId === other.schoolId;
}
