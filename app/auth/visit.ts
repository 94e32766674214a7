import { randomUUID } from 'node:crypto';
import { type AppLoadContext, redirect } from '@remix-run/node';
import { findAccount } from '#app/data/accounts.ts';
import type { Database } from '#app/data/database.ts';
import { findDemoDay } from '#app/data/marks.ts';
import type { School } from '#app/data/schools.ts';
import type { Day } from '#app/domain/days.ts';
import { may, type Permission, type Role } from '#app/domain/permissions.ts';
import type { Act } from '#app/operations/act.ts';
import { dayInSchool, now } from '#app/platform/clock.ts';
import { notAllowed, notFound, signedOut } from './answers.ts';
import { findPlaces, isSamePlace, type Opens, type Place } from './places.ts';
import { endSignIn, findSignIn, type SignIn } from './session.ts';

/** Who asks, what they have open, and what they may do there today. */
export type Visit = {
  database: Database;
  accountId: number;
  accountName: string;
  email: string;
  /** The person record that is open. */
  personId: number | null;
  /** Its school, or the school an administrator opened; null for a trust lead as such. */
  school: School | null;
  /** Set where the account is a trust lead. */
  trustId: number | null;
  roles: Role[];
  /** The page that answers this account's question first. */
  home: string;
  today: Day;
  /** This instant. */
  now: string;
  isDemo: boolean;
  /** Everything that this account may open; the one that is open is among them. */
  places: Place[];
  /** Names the row of this browser's sign-in. */
  signInHash: string;
};

export type SchoolVisit = Visit & { school: School };

type Args = { request: Request; context: AppLoadContext };

/** An account that is signed in and may open something, before it has chosen what. */
type Arrival = {
  signIn: SignIn;
  account: { name: string; email: string };
  opens: Opens;
  today: Day;
};

/**
 * The visit of whoever is signed in. Signed out: a redirect to sign in and back is thrown (401 where
 * data was asked for). Where the account opens several places and none is chosen: to choose one.
 */
export async function requireVisit(args: Args): Promise<Visit> {
  const arrival = await requireArrival(args);
  const visit = visitOf(args.context, arrival);
  if (!visit) throw redirect(withNext('/choose', args.request), 303);
  return visit;
}

/** The visit of whoever is signed in, for pages that are open to everybody; null for nobody. */
export async function findVisit(args: Args): Promise<Visit | null> {
  const arrival = await findArrival(args);
  return arrival && visitOf(args.context, arrival);
}

/** As `requireVisit`; and 403 where none of today's roles has this permission. */
export async function requirePermission(args: Args, permission: Permission): Promise<Visit> {
  const visit = await requireVisit(args);
  if (!may(visit.roles, permission)) throw notAllowed(permission);
  return visit;
}

/** As `requirePermission`, for pages of one school. */
export async function requireSchoolVisit(args: Args, permission: Permission): Promise<SchoolVisit> {
  const visit = await requirePermission(args, permission);
  if (visit.school === null) throw notAllowed(permission);
  return { ...visit, school: visit.school };
}

/** As `requireVisit`, for pages about a person's own training. */
export async function requireOwnVisit(args: Args): Promise<SchoolVisit & { personId: number }> {
  const visit = await requireSchoolVisit(args, 'see-own');
  if (visit.personId === null) throw notAllowed('see-own');
  return { ...visit, personId: visit.personId };
}

/** Who is signed in and what they may choose from; thrown as by `requireVisit` where nobody is. */
export async function requireArrival(args: Args): Promise<Arrival> {
  const arrival = await findArrival(args);
  if (arrival === null) {
    if (args.context.isDataRequest) throw signedOut();
    throw redirect(withNext('/sign-in', args.request), 303);
  }
  if (arrival.opens.places.length === 0) {
    throw redirect('/sign-in?closed=1', {
      status: 303,
      headers: { 'Set-Cookie': await endSignIn(args) },
    });
  }
  return arrival;
}

/** The page to go to from the start page: home, or where one signs in or chooses. */
export async function findHome(args: Args): Promise<string> {
  const arrival = await findArrival(args);
  if (!arrival || arrival.opens.places.length === 0) return '/sign-in';
  return visitOf(args.context, arrival)?.home ?? '/choose';
}

async function findArrival(args: Args): Promise<Arrival | null> {
  const signIn = await findSignIn(args);
  const { database } = args.context;
  const account = signIn && findAccount(database, signIn.accountId);
  if (!signIn || !account) return null;
  const today = todayOf(args.context, signIn.travelDay);
  return { signIn, account, opens: findPlaces(database, signIn.accountId, today), today };
}

/** The visit at the chosen place, or at the only one; null where there is a choice to make. */
function visitOf(context: AppLoadContext, { signIn, account, opens, today }: Arrival) {
  const { places, trustId } = opens;
  const chosen = places.find((place) => isSamePlace(place, signIn));
  const place = chosen ?? (places.length === 1 ? places[0] : undefined);
  if (!place) return null;
  const { personId, school, roles, home } = place;
  return {
    database: context.database,
    accountId: signIn.accountId,
    accountName: account.name,
    email: account.email,
    personId,
    school,
    trustId,
    roles,
    home,
    today,
    now: now(),
    isDemo: context.isDemo,
    places: places.map(({ personId, schoolId, label }) => ({ personId, schoolId, label })),
    signInHash: signIn.idHash,
  } satisfies Visit;
}

/**
 * Today in school. In demo mode: the day that the request asks for, else the day this browser
 * travelled to, else the day on which the demo begins.
 */
export function todayOf(context: AppLoadContext, travelDay: Day | null = null): Day {
  if (!context.isDemo) return dayInSchool(now());
  return context.requestedDay ?? travelDay ?? findDemoDay(context.database) ?? dayInSchool(now());
}

function withNext(page: string, request: Request): string {
  const { pathname, search } = new URL(request.url);
  const next = pathname + (request.method === 'GET' || request.method === 'HEAD' ? search : '');
  return next === '/' ? page : `${page}?next=${encodeURIComponent(next)}`;
}

/** What an operation is told of the visit; the form's key where a form was sent. */
export function actOf(visit: Visit, form?: FormData): Act {
  return {
    database: visit.database,
    actor: { accountId: visit.accountId, personId: visit.personId, name: visit.accountName },
    schoolId: visit.school?.id ?? null,
    today: visit.today,
    now: visit.now,
    formKey: form ? readFormKey(form) : null,
  };
}

const FORM_KEY = /^[0-9a-f-]{36}$/;

function readFormKey(form: FormData): string | null {
  const key = form.get('formKey');
  return typeof key === 'string' && FORM_KEY.test(key) ? key : null;
}

/** For the hidden field `formKey` of a form: sent twice, done once. */
export function newFormKey(): string {
  return randomUUID();
}

const ID = /^[1-9]\d{0,14}$/;

/** The id in an address. Throws 404 for whatever else stands there. */
export function parseId(param: string | undefined): number {
  if (param === undefined || !ID.test(param)) throw notFound();
  return Number(param);
}
