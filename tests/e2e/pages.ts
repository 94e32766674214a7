import { type Ids, readIds, withIds } from '#tests/support/demo-ids.ts';
import { ACTORS, expectedStatus, PAGE, ROUTES, type Route } from '#tests/support/routes.ts';
import type { App } from './app.ts';
import { ask, cookieFor } from './ask.ts';

/** A page to look at: as whom, where, and which answer belongs to it. */
export type Seen = {
  persona: string;
  /** With `:person` and the like where an id of the demo goes. */
  address: string;
  status: number;
  /** It has a form that is sent empty, and answered by the page with what is wrong. */
  drawsFaults: boolean;
};

/** In the order in which somebody is looked for who may open a page. */
const ACTORS_ASKED = ['signed out', 'dsl', 'administrator', 'trust-lead'];

/** The same pages with something else on them. */
const MORE: [persona: string, address: string, status?: number][] = [
  ['signed out', '/nothing-here', 404],
  ['signed out', '/sign-in?closed=1'],
  ['staff-overdue', '/dsl', 403],
  ['staff-overdue', '/my'],
  ['staff-in-date', '/my'],
  ['starter', '/my'],
  ['starter', '/my/first-weeks'],
  ['parkside-overdue', '/my'],
  ['headteacher', '/dsl/checks'],
  ['deputy', '/dsl/checks'],
  ['dsl', '/dsl?part=check'],
  ['parkside-dsl', '/dsl?part=reading'],
  ['droitwich-dsl', '/dsl?part=mop-up'],
  ['droitwich-dsl', '/dsl/sessions'],
  ['droitwich-dsl', '/dsl/sessions/:closed'],
  ['droitwich-dsl', '/dsl/sessions/:closed/sittings/:held'],
  ['droitwich-dsl', '/dsl/sessions/:closed/sittings/:held/reopen'],
  ['droitwich-dsl', '/dsl/sessions/:closed/mop-up'],
  ['droitwich-dsl', '/dsl/sessions/:closed/mop-up/done/:oneToOne'],
  ['headteacher', '/dsl/sessions/:session/sittings/:sitting'],
  ['headteacher', '/dsl/updates/:update'],
  ['headteacher', '/dsl/starters'],
  ['administrator', '/dsl/starters/:starter'],
  ['headteacher', '/dsl/starters/lists'],
  ['two-schools', '/choose'],
  ['safeguarding-governor', '/governors'],
  ['headteacher', '/dsl'],
  ['headteacher', '/dsl/people/:person'],
  ['dsl', '/nothing-here', 404],
  ['dsl', '/dsl/people/99999', 404],
  ['dsl', '/dsl/matrix?group=appointment&sort=most-overdue'],
  ['dsl', '/dsl/matrix?name=nobody-of-that-name'],
  ['headteacher', '/dsl/publications'],
  ['parkside-dsl', '/dsl/publications'],
  ['dsl', '/dsl/publications/on-behalf?edition=:edition'],
  ['dsl', '/dsl/publications/sheet?edition=:edition'],
  ['dsl', '/dsl/publications/editions/:announced'],
  ['dsl', '/dsl/publications/editions/:edition/change'],
  ['dsl', '/dsl/publications/editions/99999', 404],
  ['dsl', '/dsl/quizzes?year=2025'],
  ['dsl', '/dsl/quizzes/:quiz?year=2025'],
  ['dsl', '/dsl/quizzes/questions?sort=discrimination&page=2'],
  ['headteacher', '/dsl/quizzes'],
  ['dsl', '/dsl/requirements/:requirement?tried-day=3&tried-month=9&tried-year=2026'],
  ['dsl', '/dsl/requirements/:requirement?tried-day=31&tried-month=6&tried-year=2026', 422],
  ['dsl', '/dsl/questions?topic=fgm&state=in-use&whose=own'],
  ['dsl', '/dsl/questions?state=set-aside'],
  ['dsl', '/dsl/questions/new?type=one'],
  ['dsl', '/dsl/questions/new?type=several'],
  ['dsl', '/dsl/questions/new?type=true-false'],
  ['dsl', '/dsl/questions/new?type=order'],
  ['dsl', '/dsl/questions/new?type=match'],
  ['dsl', '/dsl/questions/new?type=scenario'],
  ['headteacher', '/dsl/questions/:question'],
  ['safeguarding-governor', '/my/read/:edition'],
  ['headteacher', '/dsl/publications/questions/:readingQuestion'],
  ['staff-overdue', '/offer?q=prevent'],
  ['staff-overdue', '/offer?q=nothing-of-the-kind'],
  ['staff-overdue', '/offer/online-safety'],
  ['staff-overdue', '/offer/nothing-here', 404],
  ['parkside-dsl', '/offer/whole'],
  ['dsl', '/dsl?part=offer'],
  ['administrator', '/admin/audit?person=:person'],
  ['administrator', '/admin/import/:import?show=new'],
  ['administrator', '/admin/people?q=nobody-of-that-name'],
];

/** Every page that the routes have, as somebody who may open it and use its form. */
export function listPages(): Seen[] {
  const pages = Object.values(ROUTES).filter(({ isFile, opened }) => !isFile && opened !== 303);
  return [
    ...pages.map(seenOf),
    ...MORE.map(([persona, address, status = 200]) => {
      return { persona, address, status, drawsFaults: false };
    }),
  ];
}

function seenOf(route: Route): Seen {
  const { address, action, only } = route;
  const statusFor = (persona: string, isForm: boolean) =>
    expectedStatus(route, { roles: ACTORS[persona] ?? null, isForm, transport: PAGE });
  const persona = ACTORS_ASKED.find((one) => ![303, 403].includes(statusFor(one, false)));
  if (!persona) throw new Error(`Nobody may open ${address}`);
  const drawsFaults = action !== undefined && only !== 'real' && statusFor(persona, true) === 422;
  return { persona, address, status: statusFor(persona, false), drawsFaults };
}

const PASTED = {
  kind: 'staff-list',
  evidence: 'self-reported',
  pasted:
    'Staff number,First name,Last name,Appointment,Start date\n' +
    'X-1,Perpetua,Winstanley,Teacher,2/11/2026\nX-2,Barnaby,Quickfall,Teacher,31/06/2026',
};

const known = new Map<string, Promise<Ids>>();

/** The address with ids of this server's demo in it; an import waits there for its administrator. */
export async function placed(app: App, address: string): Promise<string> {
  const ids = known.get(app.address) ?? readKnown(app);
  known.set(app.address, ids);
  return withIds(address, await ids);
}

async function readKnown(app: App): Promise<Ids> {
  const cookie = await cookieFor(app, 'administrator');
  await ask(app, '/admin/import', { cookie, form: PASTED });
  // Grange has closed no session yet; Droitwich has.
  return {
    ...readIds(app.dataDir, 'droitwich', 'DRO-002'),
    ...readIds(app.dataDir, 'grange', 'GRA-008'),
  };
}
