import { type AppLoadContext, data } from '@remix-run/node';
import type { Permission } from '#app/domain/permissions.ts';
import { Refusal } from '#app/operations/act.ts';
import { drawPage } from '#app/platform/pages.ts';

/** What an error page says; the body of every answer thrown here. */
export type Answer = { title: string; text: string };

const STATUS = { wrong: 422, 'not-found': 404, 'not-allowed': 403, conflict: 409 } as const;

/** 404: not there, or not theirs; the two are not to be told apart. */
export function notFound(): Response {
  return answer(404, {
    title: 'Page not found',
    text: 'If you typed the address, check it. If you followed a link, what it led to may have been moved or is not yours to see.',
  });
}

/** 403: says what the page is for, and whom to ask. */
export function notAllowed(permission: Permission): Response {
  const { isFor, ask } = MEANT_FOR[permission];
  return answer(403, { title: 'You cannot open this page', text: `${isFor} ${ask}` });
}

/**
 * For an address that answers a file: what is refused while the file is made becomes a page, since
 * Remix draws none there. Asked for as data, it stays as it is.
 */
export async function fileOrPage(
  { context }: { context: AppLoadContext },
  make: () => Promise<Response>,
): Promise<Response> {
  try {
    return await make();
  } catch (thrown) {
    const isPage = thrown instanceof Response && thrown.status >= 400 && !context.isDataRequest;
    if (!isPage) throw thrown;
    const { status } = thrown;
    const words: Answer = await thrown.json();
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    throw new Response(drawPage({ status, ...words }, context), { status, headers });
  }
}

/** 401, for what is asked for as data and not as a page. */
export function signedOut(): Response {
  return answer(401, {
    title: 'You are signed out',
    text: 'Sign in and try again.',
  });
}

/** 503: a file could not be written where evidence is kept. */
export function noRoomForFiles(): Response {
  return answer(503, {
    title: 'InDate cannot keep files at the moment',
    text: 'Nothing of this form was saved; what was saved before is safe. Tell your administrator that the folder for evidence is full or cannot be written to. When that is put right, go back and send the form again.',
  });
}

/** 503: the file is there no longer, or is not what was handed in. It is never shown then. */
export function damagedFile(): Response {
  return answer(503, {
    title: 'This file cannot be shown',
    text: 'It is no longer as it was handed in, so InDate does not show it. Tell your administrator: they find it with npm run evidence-verify, and put it back from a backup.',
  });
}

/** The answer to an operation's refusal; every other error is thrown on. */
export function refused(error: unknown): Response {
  if (!(error instanceof Refusal)) throw error;
  if (error.kind === 'not-found') return notFound();
  return answer(STATUS[error.kind], { title: TITLES[error.kind], text: error.message });
}

/**
 * For a form that is drawn again: the refusal as field errors with their status (422, or 409 where
 * somebody was faster), beside what else the page is `shown`; every other refusal is thrown as a
 * page, every other error as it is.
 */
export function refusedForm<Shown extends object>(error: unknown, shown: Shown) {
  const isAtField =
    error instanceof Refusal && (error.kind === 'wrong' || error.kind === 'conflict');
  if (!isAtField) throw refused(error);
  const errors = [{ field: error.field ?? '', message: error.message }];
  return data({ ...shown, errors }, { status: STATUS[error.kind] });
}

const TITLES = {
  wrong: 'Something needs to be put right',
  'not-allowed': 'You cannot do this',
  conflict: 'Somebody changed this before you',
} as const;

const ASK_ADMINISTRATOR =
  "If it is part of your job, ask your school's administrator to change your appointments or your account.";
const ASK_DSL = 'If you need to know something from it, ask your designated safeguarding lead.';

const MEANT_FOR: Record<Permission, { isFor: string; ask: string }> = {
  'see-own': {
    isFor: "This page shows a person's own training. Your account has no training of its own.",
    ask: ASK_ADMINISTRATOR,
  },
  'see-offer': {
    isFor: "This page shows a school's offer. Your account has no school open.",
    ask: ASK_ADMINISTRATOR,
  },
  'change-offer': {
    isFor: 'The offer is written here by the designated safeguarding lead and deputies.',
    ask: 'If something in it is wrong or out of date, tell one of them.',
  },
  'see-quizzes': {
    isFor:
      'This page shows questions and results. It is for the designated safeguarding lead, deputies and the headteacher.',
    ask: ASK_DSL,
  },
  'change-quizzes': {
    isFor:
      'Questions and quizzes are changed here by the designated safeguarding lead and deputies.',
    ask: 'Ask one of them to change it.',
  },
  'see-training': {
    isFor:
      "This page shows everybody's training by name. It is for the designated safeguarding lead, deputies and the headteacher.",
    ask: ASK_DSL,
  },
  'record-training': {
    isFor: 'Training is recorded here by the designated safeguarding lead and deputies.',
    ask: 'Ask one of them to record it.',
  },
  'check-evidence': {
    isFor: 'Certificates are checked here by the designated safeguarding lead and deputies.',
    ask: 'Ask one of them to look at it.',
  },
  'see-publications': {
    isFor:
      'This page shows who has read what, by name. It is for the designated safeguarding lead, deputies and the headteacher.',
    ask: ASK_DSL,
  },
  'change-publications': {
    isFor: 'What is to be read is kept here by the designated safeguarding lead and deputies.',
    ask: 'Ask one of them to change it.',
  },
  'see-sessions': {
    isFor:
      'This page shows who was at a session, by name. It is for the designated safeguarding lead, deputies and the headteacher.',
    ask: ASK_DSL,
  },
  'run-sessions': {
    isFor:
      'Sessions are planned and registers kept here by the designated safeguarding lead and deputies.',
    ask: 'Ask one of them to change it.',
  },
  'see-induction': {
    isFor:
      "This page shows starters' first weeks, by name. It is for the designated safeguarding lead, deputies, the headteacher and the administrator.",
    ask: ASK_DSL,
  },
  'change-induction': {
    isFor:
      'What starters do in their first weeks is decided here by the designated safeguarding lead and deputies.',
    ask: 'Ask one of them to change it.',
  },
  'see-requirements': {
    isFor:
      "This page holds the school's requirements. It is for the designated safeguarding lead, deputies, the headteacher and the administrator.",
    ask: 'What is asked of you stands on your own page; if you need to know something else from it, ask your designated safeguarding lead.',
  },
  'change-requirements': {
    isFor:
      "The school's requirements are changed here by the designated safeguarding lead, deputies and the administrator.",
    ask: 'Ask one of them to change it.',
  },
  administer: {
    isFor: "This page is for the school's administrator.",
    ask: ASK_ADMINISTRATOR,
  },
  'decide-exemptions': {
    isFor:
      'Exemptions and absences are entered here by the designated safeguarding lead, deputies and the administrator.',
    ask: 'Ask one of them to enter it.',
  },
  'see-dashboard': {
    isFor:
      'This page is for governors, the headteacher, the designated safeguarding lead, deputies and the administrator.',
    ask: ASK_DSL,
  },
  'see-trust': {
    isFor: "This page compares the schools of a trust. It is for the trust's lead.",
    ask: 'Ask whoever runs InDate for your trust.',
  },
  'add-school': {
    isFor: "Schools are added here by the trust's lead.",
    ask: 'Ask whoever runs InDate for your trust.',
  },
};

function answer(status: number, body: Answer): Response {
  return Response.json(body, { status });
}
