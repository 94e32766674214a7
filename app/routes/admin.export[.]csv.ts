import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage } from '#app/auth/answers.ts';
import { requireSchoolVisit } from '#app/auth/visit.ts';
import { schoolStandings } from '#app/data/derived.ts';
import { dayOf, parseDay } from '#app/domain/days.ts';
import { STANDING_COLUMNS, standingRows } from '#app/domain/standing-rows.ts';
import { readMonth } from '#app/forms/fields.ts';
import { csvAnswer } from '#app/forms/files/csv-answer.ts';

/** Where everybody at the school stands on a day (`on`, or its three parts); today without one. */
export const loader = (args: LoaderFunctionArgs) => fileOrPage(args, () => standingsFile(args));

async function standingsFile(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'administer');
  const params = new URL(args.request.url).searchParams;
  const on = askedDay(params) ?? visit.today;
  const { policy, rows } = schoolStandings(visit.database, visit.school.id, on);
  const cells = rows.flatMap(({ person, standings }) =>
    standingRows(visit.school.name, policy, person, standings),
  );
  return csvAnswer([[...STANDING_COLUMNS], ...cells], `indate-${visit.school.key}-${on}.csv`);
}

/** Null where none is asked for. A day that does not exist is answered 422. */
function askedDay(params: URLSearchParams) {
  const parts = ['on-year', 'on-month', 'on-day'].map((name) => params.get(name)?.trim() ?? '');
  const [year = '', month = '', dayOfMonth = ''] = parts;
  const isTyped = parts.some((part) => part !== '');
  if (!isTyped && !params.has('on')) return null;
  const isNumbers = /^\d{4}$/.test(year) && /^\d{1,2}$/.test(dayOfMonth);
  const typed = isNumbers ? dayOf(Number(year), readMonth(month), Number(dayOfMonth)) : null;
  const on = isTyped ? typed : parseDay(params.get('on') ?? '');
  if (on !== null) return on;
  const title = 'There is no such day';
  throw Response.json({ title, text: 'Go back and correct the day.' }, { status: 422 });
}
