import { transact } from '#app/data/database.ts';
import { openForCommand } from '#app/data/open.ts';
import { findSchoolByKey, raiseFactsVersion } from '#app/data/schools.ts';
import { type App, startApp } from '#tests/e2e/app.ts';
import { type Page, signIn, timed } from './client.ts';
import { LARGE, type SchoolSize, SMALL, schoolsOf } from './data/sizes.ts';
import { FLOOR_MARKER, startFloor } from './floor-process.ts';
import { type Compared, compare, tellCompared } from './reckon.ts';
import { tellWeight, type Weight, weigh } from './weight.ts';

/** The folders that the benchmark serves. */
export type Folders = { trust: string; school: string };
/** How long it goes on: rounds of so many requests each, ours and the floor's in turn. */
export type Effort = { rounds: number; requests: number };

export type Results = { compared: Compared[]; weights: Weight[] };

type Servers = { trust: App; school: App; floor: Page };

/** Measures everything, telling each result when it is there. Asserts that pages are right, never a time. */
export async function runBench(folders: Folders, effort: Effort): Promise<Results> {
  const floor = await startFloor();
  const apps: App[] = [floor];
  try {
    const trust = await startApp(folders.trust);
    apps.push(trust);
    const school = await startApp(folders.school);
    apps.push(school);
    const empty = { address: floor.address, path: '/', cookie: '', marker: FLOOR_MARKER };
    const servers = { trust, school, floor: empty };
    const compared = [
      ...(await comparePages(servers, effort)),
      ...(await compareTrustViews(servers, folders.trust, effort)),
      ...(await compareSizes(servers, effort)),
    ];
    return { compared, weights: await weighPages(servers) };
  } finally {
    for (const app of apps) await app.stop();
  }
}

async function comparePages({ trust, floor }: Servers, effort: Effort): Promise<Compared[]> {
  const at = (persona: string, path: string, marker: string) =>
    pageOf(trust, persona, path, marker);
  const my = await at('large-teacher', '/my', 'Safeguarding update');
  const ten = { ...effort, atOnce: 10 };
  return [
    ...(await against(['/my', '/my, p95'], 1.5, my, floor, effort)),
    ...(await against(['/my, ten at once', '/my, ten at once, p95'], 1.5, my, floor, ten)),
    ...(await against(['/dsl/matrix'], 3, await matrixOf(trust, 'large'), floor, effort)),
    ...(await against(['/governors'], 2, await governorsOf(trust, 'large', LARGE), floor, effort)),
    ...(await against(['/trust'], 2, await trustPage(trust), floor, effort)),
  ];
}

/** The first view after a write in one school, beside the view that is remembered. */
async function compareTrustViews(
  { trust }: Servers,
  folder: string,
  { rounds }: Effort,
): Promise<Compared[]> {
  const page = await trustPage(trust);
  const { database, close } = await openForCommand(folder);
  try {
    const { id = 0 } = findSchoolByKey(database, LARGE.key) ?? {};
    const made: { ours: number[]; floor: number[] }[] = [];
    await timed(page, 1);
    for (let round = 0; round < rounds; round++) {
      await transact(database, (transaction) => raiseFactsVersion(transaction, id));
      made.push({ ours: await timed(page, 1), floor: await timed(page, 5) });
    }
    return [tell(compare('/trust, first after a write, to the remembered view', 1.3, made))];
  } finally {
    close();
  }
}

/** The same pages of the same school, in a trust and by itself: cost is not to grow with what is not there. */
async function compareSizes({ trust, school }: Servers, effort: Effort): Promise<Compared[]> {
  const both = async (name: string, page: (app: App) => Promise<Page>) =>
    against([`${name}, trust to school`], 1.2, await page(trust), await page(school), effort);
  return [
    ...(await both('/my', (app) => pageOf(app, 'small-teacher', '/my', 'Safeguarding update'))),
    ...(await both('/governors', (app) => governorsOf(app, 'small', SMALL))),
    ...(await both('/dsl/matrix', (app) => matrixOf(app, 'small'))),
  ];
}

async function weighPages({ trust }: Servers): Promise<Weight[]> {
  const door = { address: trust.address, path: '/sign-in', cookie: '', marker: 'Password' };
  const my = await pageOf(trust, 'large-teacher', '/my', 'Safeguarding update');
  const weights = [
    await weigh('Sign-in', door, 30_000),
    await weigh('/my', my, 30_000),
    await weigh('/governors', await governorsOf(trust, 'large', LARGE), 60_000),
    await weigh('/dsl/matrix', await matrixOf(trust, 'large'), 60_000),
  ];
  for (const weight of weights) console.log(tellWeight(weight));
  return weights;
}

const matrixOf = (app: App, prefix: string) =>
  pageOf(app, `${prefix}-dsl`, '/dsl/matrix', 'Fire safety');
const governorsOf = (app: App, prefix: string, { name }: SchoolSize) =>
  pageOf(app, `${prefix}-governor`, '/governors', name);
const trustPage = (app: App) =>
  pageOf(app, 'trust-lead', '/trust', schoolsOf('trust').at(-1)?.name ?? '');

async function pageOf(app: App, persona: string, path: string, marker: string): Promise<Page> {
  const { address } = app;
  return { address, path, cookie: await signIn(address, persona), marker };
}

/** Warmed up, then in turn. The second name, where there is one, is for the 95th percentile. */
async function against(
  [name, name95]: [string, string?],
  goal: number,
  ours: Page,
  floor: Page,
  { rounds, requests, atOnce = 1 }: Effort & { atOnce?: number },
): Promise<Compared[]> {
  for (const page of [ours, floor]) await timed(page, requests, atOnce);
  const made: { ours: number[]; floor: number[] }[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = await timed(ours, requests, atOnce);
    made.push({ ours: first, floor: await timed(floor, requests, atOnce) });
  }
  const middle = tell(compare(name, goal, made));
  return name95 ? [middle, tell(compare(name95, goal, made, 0.95))] : [middle];
}

function tell(compared: Compared): Compared {
  console.log(tellCompared(compared));
  return compared;
}
