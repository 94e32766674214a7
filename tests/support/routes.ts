import { may, type Permission, type Role } from '#app/domain/permissions.ts';

/** Who may open a page, or use its form. */
type Who = Permission | 'everybody' | 'signed-in';

/** What stands behind one file of routes. */
export type Route = {
  /** With `:person` and the like where an id of the demo goes. */
  address: string;
  who: Who;
  /**
   * Its form. `empty`: the answer to it with nothing in it, from somebody who may use it. `fields`:
   * what it takes for the form to be read at all, before what it is about is looked for.
   */
  action?: { who?: Who; empty?: number; fields?: Record<string, string> };
  /** The answer to somebody who may open it, where that is not 200. */
  opened?: number;
  /** There only in a demo, or only where there is no demo. */
  only?: 'demo' | 'real';
  /** A file, which has no page to draw its refusals on. */
  isFile?: true;
};

const formFor = (address: string, who: Who): Route => ({ address, who, action: {} });
const pageFor = (address: string, who: Who): Route => ({ address, who });
const fileFor = (address: string, who: Who): Route => ({ address, who, isFile: true });

/** Of an attempt that is nobody's: what is somebody's own is not there for anybody else. */
const nobodysForm = (address: string): Route => ({
  address,
  who: 'see-own',
  opened: 404,
  action: { empty: 404 },
});
const nobodysPage = (address: string): Route => ({ address, who: 'see-own', opened: 404 });
const nobodysFile = (address: string): Route => ({
  address,
  who: 'signed-in',
  opened: 404,
  isFile: true,
});

const SESSION = '/dsl/sessions/:session';
const SITTING = `${SESSION}/sittings/:sitting`;
const ATTEMPT = '/my/quizzes/attempts/99999';
const EDITION = '/dsl/publications/editions';
const PERSON = '/admin/people/:person';
const TRAINING = '/dsl/people/:person';

/** Every file of app/routes without its ending, with who may do what there. */
export const ROUTES: Record<string, Route> = {
  _index: { address: '/', who: 'everybody', opened: 303 },
  'sign-in': formFor('/sign-in', 'everybody'),
  'sign-out': {
    address: '/sign-out',
    who: 'signed-in',
    action: { who: 'everybody', empty: 303 },
  },
  forgotten: pageFor('/forgotten', 'everybody'),
  'invitation.$token': {
    address: '/invitation/nobody-was-given-this-one',
    who: 'everybody',
    opened: 404,
    action: { empty: 409 },
  },
  'set-up': { address: '/set-up', who: 'everybody', only: 'real', action: {} },
  travel: { address: '/travel', who: 'signed-in', only: 'demo', action: {} },
  privacy: pageFor('/privacy', 'everybody'),
  'verify._index': pageFor('/verify', 'everybody'),
  'verify.$code': { address: '/verify/2222-2222-2222', who: 'everybody', opened: 404 },
  choose: { address: '/choose', who: 'signed-in', action: { empty: 404 } },
  'my._index': pageFor('/my', 'see-own'),
  'my.account': formFor('/my/account', 'signed-in'),
  'my.book': formFor('/my/book', 'see-own'),
  'my.first-weeks': formFor('/my/first-weeks', 'see-own'),
  'my.carry-over': formFor('/my/carry-over', 'see-own'),
  'my.hand-in': formFor('/my/hand-in', 'see-own'),
  'my.quizzes._index': pageFor('/my/quizzes', 'see-own'),
  'my.quizzes.$quizId': formFor('/my/quizzes/:quiz', 'see-own'),
  'my.quizzes.attempts.$attemptId._index': nobodysPage(ATTEMPT),
  'my.quizzes.attempts.$attemptId.$position': nobodysForm(`${ATTEMPT}/1`),
  'my.quizzes.attempts.$attemptId.hand-in': nobodysForm(`${ATTEMPT}/hand-in`),
  'my.quizzes.attempts.$attemptId.certificate': nobodysPage(`${ATTEMPT}/certificate`),
  'my.read.$editionId._index': formFor('/my/read/:edition', 'see-own'),
  'my.read.$editionId.ask': formFor('/my/read/:edition/ask', 'see-own'),
  'my.read.$editionId.check': formFor('/my/read/:edition/check', 'see-own'),
  'my.history[.]csv': fileFor('/my/history.csv', 'see-own'),

  'dsl._index': pageFor('/dsl', 'see-training'),
  'dsl.checks._index': pageFor('/dsl/checks', 'check-evidence'),
  'dsl.checks.$id': formFor('/dsl/checks/:completion', 'check-evidence'),
  'dsl.matrix': pageFor('/dsl/matrix', 'see-training'),
  'dsl.matrix[.]csv': fileFor('/dsl/matrix.csv', 'see-training'),
  'dsl.chase._index': pageFor('/dsl/chase', 'record-training'),
  'dsl.chase.slips': pageFor('/dsl/chase/slips', 'record-training'),
  'dsl.record': formFor('/dsl/record', 'record-training'),
  'dsl.people.$id._index': pageFor(TRAINING, 'see-training'),
  'dsl.people.$id.absence': formFor(`${TRAINING}/absence`, 'decide-exemptions'),
  'dsl.people.$id.book': formFor(`${TRAINING}/book`, 'record-training'),
  'dsl.people.$id.carry-over': formFor(`${TRAINING}/carry-over`, 'decide-exemptions'),
  'dsl.people.$id.changes': pageFor(`${TRAINING}/changes`, 'see-training'),
  'dsl.people.$id.chase': pageFor(`${TRAINING}/chase`, 'record-training'),
  'dsl.people.$id.completions.$completionId': {
    address: `${TRAINING}/completions/:completion`,
    who: 'check-evidence',
    action: { who: 'record-training' },
  },
  'dsl.people.$id.exempt': formFor(`${TRAINING}/exempt`, 'decide-exemptions'),
  'dsl.people.$id.record': formFor(`${TRAINING}/record`, 'record-training'),
  'dsl.starters._index': pageFor('/dsl/starters', 'see-induction'),
  'dsl.starters.$personId._index': formFor('/dsl/starters/:starter', 'see-induction'),
  'dsl.starters.$personId.enter': formFor('/dsl/starters/:starter/enter', 'change-induction'),
  'dsl.starters.$personId.sheet': pageFor('/dsl/starters/:starter/sheet', 'see-induction'),
  'dsl.starters.lists._index': {
    address: '/dsl/starters/lists',
    who: 'see-induction',
    action: { who: 'change-induction', empty: 409 },
  },
  'dsl.starters.lists.new': formFor('/dsl/starters/lists/new', 'change-induction'),
  'dsl.starters.lists.$listId._index': formFor('/dsl/starters/lists/:list', 'change-induction'),
  'dsl.starters.lists.$listId.steps.new': formFor(
    '/dsl/starters/lists/:list/steps/new',
    'change-induction',
  ),
  'dsl.starters.lists.$listId.steps.$stepId': formFor(
    '/dsl/starters/lists/:list/steps/:step',
    'change-induction',
  ),
  'dsl.requirements._index': pageFor('/dsl/requirements', 'see-requirements'),
  'dsl.requirements.new': formFor('/dsl/requirements/new', 'change-requirements'),
  'dsl.requirements.$id._index': pageFor('/dsl/requirements/:requirement', 'see-requirements'),
  'dsl.requirements.$id.change': formFor(
    '/dsl/requirements/:requirement/change',
    'change-requirements',
  ),
  'dsl.requirements.$id.retire': formFor(
    '/dsl/requirements/:requirement/retire',
    'change-requirements',
  ),

  // Files of nobody's: what is not theirs to see is not there for anybody.
  'evidence.completions.$completionId.$position': nobodysFile('/evidence/completions/99999999/1'),
  'evidence.editions.$editionId': nobodysFile('/evidence/editions/99999999'),
  'evidence.sittings.$sittingId.$position': nobodysFile('/evidence/sittings/99999999/1'),
  'evidence.waiting.$token': nobodysFile('/evidence/waiting/nobody-was-given-this-one'),

  'dsl.publications.questions._index': pageFor('/dsl/publications/questions', 'see-publications'),
  'dsl.publications.questions.$id': formFor(
    '/dsl/publications/questions/:readingQuestion',
    'see-publications',
  ),
  // About the edition that its address names; here it names none, and the page asks for one.
  'dsl.publications.on-behalf': {
    address: '/dsl/publications/on-behalf',
    who: 'change-publications',
    action: { empty: 404 },
  },
  'dsl.publications.sheet': pageFor('/dsl/publications/sheet', 'change-publications'),

  'dsl.sessions._index': pageFor('/dsl/sessions', 'see-sessions'),
  'dsl.sessions.new': formFor('/dsl/sessions/new', 'run-sessions'),
  'dsl.sessions.$id._index': {
    address: SESSION,
    who: 'see-sessions',
    action: { who: 'run-sessions' },
  },
  'dsl.sessions.$id.change': formFor(`${SESSION}/change`, 'run-sessions'),
  'dsl.sessions.$id.sittings.new': formFor(`${SESSION}/sittings/new`, 'run-sessions'),
  'dsl.sessions.$id.sittings.$sittingId._index': {
    address: SITTING,
    who: 'see-sessions',
    action: { who: 'run-sessions' },
  },
  'dsl.sessions.$id.sittings.$sittingId.change': formFor(`${SITTING}/change`, 'run-sessions'),
  'dsl.sessions.$id.sittings.$sittingId.finalise': formFor(`${SITTING}/finalise`, 'run-sessions'),
  // The demo's next sitting is to come: only a register that is final can be opened again.
  'dsl.sessions.$id.sittings.$sittingId.reopen': {
    address: `${SITTING}/reopen`,
    who: 'run-sessions',
    opened: 404,
    action: { empty: 404 },
  },
  'dsl.sessions.$id.sittings.$sittingId.sheet': pageFor(`${SITTING}/sheet`, 'see-sessions'),
  // The demo's next session is to come: nobody has missed it, and it cannot be closed.
  'dsl.sessions.$id.mop-up._index': {
    address: `${SESSION}/mop-up`,
    who: 'see-sessions',
    action: { who: 'run-sessions', empty: 409 },
  },
  'dsl.sessions.$id.mop-up.decide': formFor(`${SESSION}/mop-up/decide`, 'run-sessions'),
  'dsl.sessions.$id.mop-up.done.$personId': {
    address: `${SESSION}/mop-up/done/:person`,
    who: 'run-sessions',
    opened: 404,
    action: { empty: 404 },
  },
  'dsl.sessions.$id.mop-up.recording': formFor(`${SESSION}/mop-up/recording`, 'run-sessions'),
  'dsl.updates._index': pageFor('/dsl/updates', 'see-sessions'),
  'dsl.updates.new': formFor('/dsl/updates/new', 'run-sessions'),
  'dsl.updates.$id._index': pageFor('/dsl/updates/:update', 'see-sessions'),
  'dsl.updates.$id.correct': formFor('/dsl/updates/:update/correct', 'run-sessions'),
  'dsl.updates.$id.take-back': formFor('/dsl/updates/:update/take-back', 'run-sessions'),

  'offer._index': pageFor('/offer', 'see-offer'),
  'offer.$topic': pageFor('/offer/whom-to-tell', 'see-offer'),
  'offer.whole': pageFor('/offer/whole', 'see-offer'),
  'dsl.offer._index': pageFor('/dsl/offer', 'change-offer'),
  'dsl.offer.new': formFor('/dsl/offer/new', 'change-offer'),
  'dsl.offer.settings': formFor('/dsl/offer/settings', 'change-offer'),
  'dsl.offer.warnings._index': pageFor('/dsl/offer/warnings', 'change-offer'),
  'dsl.offer.warnings.new': formFor('/dsl/offer/warnings/new', 'change-offer'),
  'dsl.offer.warnings.$id': formFor('/dsl/offer/warnings/:warning', 'change-offer'),
  'dsl.offer.$id._index': pageFor('/dsl/offer/:section', 'change-offer'),
  'dsl.offer.$id.checked': formFor('/dsl/offer/:section/checked', 'change-offer'),
  'dsl.offer.$id.compare': pageFor('/dsl/offer/:section/compare', 'change-offer'),
  'dsl.offer.$id.draft': formFor('/dsl/offer/:section/draft', 'change-offer'),
  'dsl.offer.$id.edit': formFor('/dsl/offer/:section/edit', 'change-offer'),
  'dsl.offer.$id.retire': formFor('/dsl/offer/:section/retire', 'change-offer'),
  'dsl.publications._index': pageFor('/dsl/publications', 'see-publications'),
  'dsl.publications.new': formFor('/dsl/publications/new', 'change-publications'),
  'dsl.publications.$id._index': pageFor('/dsl/publications/:publication', 'see-publications'),
  'dsl.publications.$id.read[.]csv': fileFor(
    '/dsl/publications/:publication/read.csv',
    'see-publications',
  ),
  'dsl.publications.$id.editions.new': formFor(
    '/dsl/publications/:publication/editions/new',
    'change-publications',
  ),
  'dsl.publications.editions.$id._index': {
    address: `${EDITION}/:edition`,
    who: 'see-publications',
    action: { who: 'change-publications' },
  },
  'dsl.publications.editions.$id.change': formFor(
    `${EDITION}/:announced/change`,
    'change-publications',
  ),
  'dsl.publications.editions.$id.confirm': formFor(
    `${EDITION}/:announced/confirm`,
    'change-publications',
  ),
  'dsl.publications.editions.$id.correct': formFor(
    `${EDITION}/:edition/correct`,
    'change-publications',
  ),
  'dsl.questions._index': pageFor('/dsl/questions', 'see-quizzes'),
  'dsl.questions.new': formFor('/dsl/questions/new', 'change-quizzes'),
  'dsl.questions.import': formFor('/dsl/questions/import', 'change-quizzes'),
  'dsl.questions.export': fileFor('/dsl/questions/export', 'see-quizzes'),
  'dsl.questions.check.$section': formFor('/dsl/questions/check/prevent', 'change-quizzes'),
  'dsl.questions.$id._index': {
    address: '/dsl/questions/:question',
    who: 'see-quizzes',
    action: { who: 'change-quizzes' },
  },
  'dsl.questions.$id.change': formFor('/dsl/questions/:question/change', 'change-quizzes'),
  'dsl.quizzes.new': formFor('/dsl/quizzes/new', 'change-quizzes'),
  'dsl.quizzes.$id.change': formFor('/dsl/quizzes/:quiz/change', 'change-quizzes'),
  'dsl.quizzes.$id.retire': formFor('/dsl/quizzes/:quiz/retire', 'change-quizzes'),

  'dsl.briefing._index': {
    address: '/dsl/briefing',
    who: 'see-quizzes',
    action: { who: 'change-quizzes' },
  },
  // About the point that its address names; here it names none.
  'dsl.briefing.change': {
    address: '/dsl/briefing/change',
    who: 'change-quizzes',
    opened: 404,
    action: { empty: 404 },
  },
  'dsl.briefing.said': {
    address: '/dsl/briefing/said',
    who: 'change-quizzes',
    opened: 404,
    action: { empty: 404 },
  },
  'dsl.quizzes._index': {
    address: '/dsl/quizzes',
    who: 'see-quizzes',
    action: { who: 'change-quizzes' },
  },
  'dsl.quizzes.questions': {
    address: '/dsl/quizzes/questions',
    who: 'see-quizzes',
    action: { who: 'change-quizzes' },
  },
  'dsl.quizzes.$id._index': pageFor('/dsl/quizzes/:quiz', 'see-quizzes'),
  'dsl.quizzes.$id.certificate.$attemptId': pageFor(
    '/dsl/quizzes/:quiz/certificate/:pass',
    'see-quizzes',
  ),
  'dsl.quizzes.$id.results[.]csv': fileFor('/dsl/quizzes/:quiz/results.csv', 'see-quizzes'),
  'dsl.quizzes.$id.talk.$personId': formFor('/dsl/quizzes/:quiz/talk/:person', 'change-quizzes'),

  'governors._index': pageFor('/governors', 'see-dashboard'),
  'governors[.]csv': fileFor('/governors.csv', 'see-dashboard'),

  'trust._index': pageFor('/trust', 'see-trust'),
  'trust.schools.new': formFor('/trust/schools/new', 'add-school'),
  'trust[.]csv': fileFor('/trust.csv', 'see-trust'),

  'admin._index': pageFor('/admin', 'administer'),
  'admin.accounts._index': pageFor('/admin/accounts', 'administer'),
  'admin.accounts.invite': formFor('/admin/accounts/invite', 'administer'),
  'admin.accounts.$accountId': formFor('/admin/accounts/:account', 'administer'),
  'admin.audit': pageFor('/admin/audit', 'administer'),
  'admin.export._index': pageFor('/admin/export', 'administer'),
  'admin.export[.]csv': fileFor('/admin/export.csv', 'administer'),
  'admin.export[.]zip': fileFor('/admin/export.zip', 'administer'),
  'admin.import._index': formFor('/admin/import', 'administer'),
  'admin.import.$id._index': formFor('/admin/import/:import', 'administer'),
  'admin.import.$id.wrong[.]csv': fileFor('/admin/import/:import/wrong.csv', 'administer'),
  'admin.kinds._index': formFor('/admin/kinds', 'administer'),
  'admin.kinds.$kindId': formFor('/admin/kinds/:kind', 'administer'),
  'admin.people._index': pageFor('/admin/people', 'administer'),
  'admin.people.new': formFor('/admin/people/new', 'administer'),
  'admin.people.$id._index': pageFor(PERSON, 'administer'),
  'admin.people.$id.appoint': formFor(`${PERSON}/appoint`, 'administer'),
  'admin.people.$id.appointments.$appointmentId._index': formFor(
    `${PERSON}/appointments/:appointment`,
    'administer',
  ),
  'admin.people.$id.appointments.$appointmentId.remove': {
    address: `${PERSON}/appointments/:appointment/remove`,
    who: 'administer',
    action: { fields: { why: 'It was entered wrongly' } },
  },
  'admin.people.$id.details': formFor(`${PERSON}/details`, 'administer'),
  'admin.people.$id.invite': formFor(`${PERSON}/invite`, 'administer'),
  'admin.people.$id.leave': formFor(`${PERSON}/leave`, 'administer'),
  'admin.school._index': formFor('/admin/school', 'administer'),
  'admin.school.terms': formFor('/admin/school/terms', 'administer'),
};

/** One of the demo's people for each role, and somebody who is signed out. */
export const ACTORS: Record<string, readonly Role[] | null> = {
  'signed out': null,
  'staff-overdue': ['staff'],
  'safeguarding-governor': ['staff', 'governor'],
  headteacher: ['staff', 'headteacher'],
  dsl: ['staff', 'dsl'],
  deputy: ['staff', 'deputy-dsl'],
  administrator: ['staff', 'administrator'],
  'trust-lead': ['trust-lead'],
};

/**
 * How an address may be asked for; the answer where that asks for data and nobody is signed in, and
 * where it leads elsewhere.
 */
export type Transport = {
  name: string;
  pathOf: (address: string, id: string) => string;
  signedOut: 303 | 401;
  moved: 303 | 202;
};

export const PAGE: Transport = {
  name: 'page',
  pathOf: (address) => address,
  signedOut: 303,
  moved: 303,
};
export const DATA: Transport = { name: 'data', pathOf: dataOf, signedOut: 401, moved: 202 };
export const TRANSPORTS: readonly Transport[] = [
  PAGE,
  DATA,
  {
    ...DATA,
    name: 'data of this route',
    pathOf: (address, id) => `${dataOf(address)}?_routes=${routeOf(id)}`,
  },
  // The way before `.data`: told of as data, answered as the page.
  {
    ...PAGE,
    name: 'the data of old',
    pathOf: (address, id) => `${address}?_data=${routeOf(id)}`,
    signedOut: 401,
  },
];

function dataOf(address: string): string {
  return address === '/' ? '/_root.data' : `${address}.data`;
}

function routeOf(id: string): string {
  return encodeURIComponent(`routes/${id}`);
}

type Asking = { roles: readonly Role[] | null; isForm: boolean; transport: Transport };

/** The status of looking, or of an empty form, by somebody with these roles; null: signed out. */
export function expectedStatus(route: Route, { roles, isForm, transport }: Asking): number {
  if (route.only === 'real') return 404;
  const who = (isForm && route.action?.who) || route.who;
  if (who !== 'everybody' && roles === null) return transport.signedOut;
  if (roles !== null && who !== 'everybody' && who !== 'signed-in' && !may(roles, who)) return 403;
  const opened = isForm ? (route.action?.empty ?? 422) : (route.opened ?? 200);
  return opened === 303 ? transport.moved : opened;
}
