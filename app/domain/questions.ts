import type { Dashboard } from './dashboard/dashboard.ts';
import { isGuidance } from './dashboard/sections.ts';
import { coverFailure, inductionWords, shownRest, shownShare } from './dashboard/words.ts';
import { type Day, daysBetween, inWords } from './days.ts';
import { topicLabel } from './offer/topics.ts';
import { isWeak } from './quiz/topic-figures.ts';
import { listed } from './words.ts';

/** A line that deserves a question at the meeting: what is so, in figures, and what to ask. */
export type Question = { key: string; figure: string; ask: string };

/** More than five and the first would not be asked. */
const QUESTIONS_SHOWN = 5;

/** Cover that fails within so many days: courses for leads are booked a term ahead. */
const COVER_NOTICE_DAYS = 90;

/** A paper that has waited so long has been forgotten rather than queued. */
const LONG_WAIT_DAYS = 14;

type Found = Omit<Question, 'key'> | null;

/** What is looked for, the weightiest first. Each rule answers its line, or null. */
const RULES: readonly { key: string; find: (dashboard: Dashboard) => Found }[] = [
  { key: 'leads-cover', find: (dashboard) => failingCover(dashboard, true) },
  { key: 'leads-overdue', find: overdueLeads },
  { key: 'guidance-overdue', find: overdueForGuidance },
  { key: 'edition-unread', find: unreadEdition },
  { key: 'edition-unconfirmed', find: unconfirmedEdition },
  { key: 'other-cover', find: (dashboard) => failingCover(dashboard, false) },
  { key: 'long-overdue', find: longOverdue },
  { key: 'induction-late', find: lateInduction },
  { key: 'governors', find: governorsBehind },
  { key: 'worse', find: worseThanLastTerm },
  { key: 'weak-topic', find: weakTopic },
  { key: 'papers-wait', find: waitingPapers },
  { key: 'promise-overdue', find: overdueForPromise },
  { key: 'no-interval', find: withoutInterval },
  { key: 'left-without-day', find: leftWithoutDay },
  { key: 'away', find: longAway },
  { key: 'self-reported', find: selfReported },
];

export const QUESTION_KEYS = RULES.map(({ key }) => key);

/** At most five lines that deserve a question, the weightiest first. */
export function questionsOf(dashboard: Dashboard): Question[] {
  const found = RULES.flatMap(({ key, find }) => {
    const line = find(dashboard);
    return line === null ? [] : [{ key, ...line }];
  });
  return found.slice(0, QUESTIONS_SHOWN);
}

function failingCover({ cover, on }: Dashboard, isLeads: boolean): Found {
  const failing = cover
    .filter((one) => one.isLeads === isLeads && isNear(one.failsOn, on))
    .sort((a, b) => (a.failsOn! < b.failsOn! ? -1 : 1))[0];
  if (!failing) return null;
  const figure = `${failing.name} ${coverFailure(failing)}.`;
  const who = isLeads ? 'acts as lead or deputy' : 'stands in';
  const ask = failing.securesToday
    ? `Who will fill the gap, and is the training booked for a day before ${inWords(failing.failsOn!)}?`
    : `Who ${who} today, and by which day will the training be done?`;
  return { figure, ask };
}

function isNear(day: Day | null, on: Day): boolean {
  return day !== null && daysBetween(on, day) <= COVER_NOTICE_DAYS;
}

function overdueLeads({ leads }: Dashboard): Found {
  const behind = leads.holders.filter(({ answers }) =>
    answers.some(({ status }) => status === 'overdue'),
  );
  if (behind.length === 0) return null;
  const things = behind.flatMap(({ answers }) =>
    leads.requirements.filter((_, index) => answers[index]!.status === 'overdue'),
  );
  return {
    figure: `${behind.length} of ${leads.holders.length} in the roles of lead and deputy ${isAre(behind.length)} overdue: ${listed([...new Set(things)])}.`,
    ask: 'By which day will it be done, and who stands in until then?',
  };
}

function overdueForGuidance({ overdue, guidance }: Dashboard): Found {
  if (overdue.guidance === 0) return null;
  return {
    figure: `${overdue.guidance} of ${guidance.of} people ${isAre(overdue.guidance)} overdue for something that law or statutory guidance asks.`,
    ask: `What has been done to reach ${themAll(overdue.guidance)}, and when will it be put right?`,
  };
}

/** Guidance asks that the edition in force be read: who has until when, and who is late. */
function unreadEdition({ requirements }: Dashboard): Found {
  const unread = requirements.find(
    ({ edition, now }) =>
      edition !== null && typeof now !== 'string' && now.notYetDue + now.overdue > 0,
  );
  if (!unread) return null;
  return {
    figure: `${unread.edition} has been read by ${shownShare(unread.now)}; ${shownRest(unread.now)}.`,
    ask: 'What is arranged for those who have not read it, and how do we know that it was understood?',
  };
}

function unconfirmedEdition({ editionsToConfirm }: Dashboard): Found {
  const edition = editionsToConfirm.at(-1);
  if (!edition) return null;
  return {
    figure: `${edition.title} was announced for ${inWords(edition.since)} and has not been confirmed here, so nobody is asked to read it yet.`,
    ask: 'When will it be rolled out, and by which day will everybody have read it?',
  };
}

function longOverdue({ overdue }: Dashboard): Found {
  const { over90 } = overdue.ageing;
  if (over90 === 0) return null;
  return {
    figure: `${over90} of ${overdue.of} people ${haveHas(over90)} been overdue for something for more than 90 days.`,
    ask: 'Why so long, and who has spoken with them?',
  };
}

function lateInduction({ induction }: Dashboard): Found {
  if (induction === null || typeof induction.shown === 'string') {
    return induction?.shown === 'not-all'
      ? {
          figure: `Not all who began this term met their induction on time.`,
          ask: 'What has to be in place on a first day, and what was missing?',
        }
      : null;
  }
  const { of, onTime } = induction.shown;
  if (onTime === of) return null;
  return {
    figure: `${inductionWords(induction)} people who began this term met their induction on time.`,
    ask: 'What has to be in place on a first day, and what was missing?',
  };
}

function governorsBehind({ governors }: Dashboard): Found {
  const behind = governors.requirements.find(({ now }) =>
    typeof now === 'string' ? now === 'not-all' : now.overdue > 0,
  );
  if (!behind && governors.safeguardingGovernor !== 'not-all') return null;
  const figure = behind
    ? `Governors’ own training: ${shownShare(behind.now)} in date for ${behind.name}.`
    : 'The safeguarding governor is not in date for everything.';
  return { figure, ask: 'By which day will we have put our own house in order?' };
}

/** What law or guidance asks comes before what the school promises. */
function worseThanLastTerm({ requirements, lastTerm }: Dashboard): Found {
  const worse = requirements.filter(({ trend }) => trend === 'worse');
  const first = worse.find(isGuidance) ?? worse[0];
  if (!first || lastTerm === null || first.lastTerm === null) return null;
  return {
    figure: `${first.name}: ${shownShare(first.now)} in date, after ${shownShare(first.lastTerm)} on ${inWords(lastTerm.on)}.`,
    ask: 'What has changed since last term?',
  };
}

/** Being trained is not yet to know: the topic that was answered worst, where it is weak. */
function weakTopic({ knowledge }: Dashboard): Found {
  const weakest = knowledge?.topics[0];
  if (!knowledge || !weakest || !isWeak(weakest)) return null;
  const { topic, right, of } = weakest;
  return {
    figure: `${topicLabel(topic)}: ${right} of ${of} answers right in quizzes ${knowledge.since}, the weakest topic.`,
    ask: 'What will be said to staff about it, when, and how shall we know that it was understood?',
  };
}

function waitingPapers({ evidence, on }: Dashboard): Found {
  const { waiting, oldest } = evidence;
  if (oldest === null || daysBetween(oldest, on) < LONG_WAIT_DAYS) return null;
  return {
    figure: `${waiting} ${waiting === 1 ? 'paper waits' : 'papers wait'} for a check; the oldest is of ${inWords(oldest)}.`,
    ask: 'Who checks certificates, how often, and who checks the lead’s own?',
  };
}

function overdueForPromise({ overdue }: Dashboard): Found {
  if (overdue.promise === 0) return null;
  return {
    figure: `${overdue.promise} of ${overdue.of} people ${isAre(overdue.promise)} overdue only for something that our own policy promises.`,
    ask: 'Do we still mean the promise, and if so, what will it take to keep it?',
  };
}

function withoutInterval({ requirements }: Dashboard): Found {
  const without = requirements.filter(({ hasNoInterval }) => hasNoInterval);
  if (without.length === 0) return null;
  return {
    figure: `${without.length} of ${requirements.length} requirements ${haveHas(without.length)} no interval set: once done, they never run out.`,
    ask: 'For which of them will we decide how often they are renewed, and when?',
  };
}

function leftWithoutDay({ leftOut }: Dashboard): Found {
  const n = leftOut.leftWithoutDay;
  if (n === 0) return null;
  return {
    figure: `${n} of ${leftOut.inPost} people ${isAre(n)} marked as left without a last day, and still counted.`,
    ask: 'Is the list of people right today, and who keeps it so?',
  };
}

function longAway({ leftOut }: Dashboard): Found {
  if (leftOut.awayOpen === 0) return null;
  return {
    figure: `${leftOut.away} of ${leftOut.inPost} people ${isAre(leftOut.away)} on long absence and left out of the figures.`,
    ask: 'What will each of them need in the first week back?',
  };
}

function selfReported({ evidence }: Dashboard): Found {
  const n = evidence.byEvidence['self-reported'];
  if (n === 0) return null;
  return {
    figure: `${n} of ${evidence.of} things in date rest on the person’s own word alone.`,
    ask: 'For which of them do we want to see a certificate?',
  };
}

function isAre(n: number): string {
  return n === 1 ? 'is' : 'are';
}

function haveHas(n: number): string {
  return n === 1 ? 'has' : 'have';
}

function themAll(n: number): string {
  return n === 1 ? 'this person' : `these ${n} people`;
}
