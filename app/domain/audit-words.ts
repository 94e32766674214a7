import { inWords, parseDay } from './days.ts';
import { sentenceCase } from './words.ts';

/** An entry of the audit, as far as it is told in words. */
export type AuditTold = {
  action: string;
  contents: {
    by: string;
    about?: string;
    onBehalfOf?: string;
    before?: unknown;
    after?: unknown;
    why?: string;
  } | null;
};

export type AuditInWords = {
  /** "Entered a long absence". */
  what: string;
  /** Whom or what it is about: "Zoë Marsh, from 1 October 2026". */
  about: string | null;
  /** Who did it, and on whose behalf. Null where the contents are erased. */
  by: string | null;
  /** "Last day: not known, now 31 March 2027". */
  changes: string[];
  why: string | null;
};

/** An entry of the audit as a person reads it. */
export function auditInWords({ action, contents }: AuditTold): AuditInWords {
  const what = ACTION_WORDS[action] ?? sentenceCase(action.replace(/[.-]/g, ' '));
  if (contents === null) {
    const about = 'What it said was erased, because its time was over';
    return { what, about, by: null, changes: [], why: null };
  }
  const { by, onBehalfOf, about, before, after, why } = contents;
  return {
    what,
    about: about ?? null,
    by: onBehalfOf ? `${by}, on behalf of ${onBehalfOf}` : by,
    changes: action.startsWith('import.') ? countsOf(after) : changesOf(before, after),
    why: why ?? null,
  };
}

const ACTION_WORDS: Record<string, string> = {
  'absence.changed': 'Changed a long absence',
  'absence.recorded': 'Entered a long absence',
  'absence.removed': 'Took away a long absence',
  'account.invited': 'Invited somebody to sign in',
  'account.linked': 'Let an account open this record',
  'account.password-changed': 'Changed their password',
  'account.password-reset': 'Set a new password by a one-time link',
  'account.reset-link-made': 'Made a one-time link for a new password',
  'account.taken-up': 'Took up the invitation to sign in',
  'administrator.granted': 'Made somebody an administrator',
  'administrator.revoked': 'Took the administrator’s part away',
  'appointment.added': 'Added an appointment',
  'appointment.changed': 'Changed the days of an appointment',
  'appointment.removed': 'Took away an appointment that was wrong',
  'appointment-kind.added': 'Added a kind of appointment',
  'appointment-kind.removed': 'Took away a kind of appointment',
  'appointment-kind.renamed': 'Renamed a kind of appointment',
  'attempt.submitted': 'Passed a quiz',
  'booking.cancelled': 'Took a booking off',
  'booking.made': 'Noted a booking',
  'briefing-point.added': 'Put something down for the next briefing',
  'briefing-point.changed': 'Worded a point for the next briefing differently',
  'briefing-point.removed': 'Took a point off the next briefing',
  'briefing-point.said': 'Noted what was said at a briefing',
  'completion.accepted': 'Accepted the evidence for a completion',
  'completion.carried-over': 'Carried a completion over from another school',
  'completion.handed-in': 'Handed in a completion',
  'completion.recorded': 'Recorded a completion',
  'completion.returned': 'Returned the evidence for a completion',
  'completion.withdrawn': 'Withdrew a completion',
  'content.loaded': 'Loaded the offer, questions and quizzes',
  'edition.added': 'Added an edition of something to read',
  'edition.announced': 'Announced an edition of something to read',
  'edition.changed': 'Changed an edition of something to read',
  'edition.confirmed': 'Confirmed an edition as the one to read',
  'edition.corrected': 'Had a corrected edition read again',
  'edition.noted': 'Noted a correction that need not be read again',
  'exemption.changed': 'Changed an exemption',
  'exemption.decided': 'Decided on an exemption',
  'exemption.removed': 'Took away an exemption',
  'first-weeks.loaded': 'Loaded what was ticked of first weeks',
  'import.applied': 'Imported a file',
  'import.undone': 'Undid an import',
  'mop-up.decided': 'Decided what becomes of somebody who missed a session',
  'induction-list.added': 'Began a list for first weeks',
  'induction-list.begun': 'Took over the lists for first weeks that InDate comes with',
  'induction-list.changed': 'Changed whom a list for first weeks is for',
  'induction-list.step-added': 'Added something to a list for first weeks',
  'induction-list.step-asked-again': 'Asked again for something in first weeks',
  'induction-list.step-changed': 'Changed something in a list for first weeks',
  'induction-list.step-retired': 'Took something out of a list for first weeks',
  'induction-step.taken-back': 'Took back a tick in somebody’s first weeks',
  'induction-step.ticked': 'Ticked something in somebody’s first weeks',
  'offer.changed': 'Changed what the offer is called, or its front door',
  'person.added': 'Added a person',
  'person.changed': 'Changed who somebody is',
  'person.left': 'Entered a last day',
  'person.marked-left': 'Marked somebody as having left, with no last day',
  'person.marked-not-left': 'Took off the mark of having left',
  'publication.added': 'Added something to read and declare',
  'question.added': 'Wrote a question',
  'question.changed': 'Changed a question',
  'question.confirmed': 'Confirmed a question',
  'question.made-own': 'Made a shared question the school’s own',
  'question.set-aside': 'Set a question aside',
  'question.used-again': 'Took a question back into use',
  'questions.imported': 'Imported questions',
  'quiz.added': 'Set a quiz',
  'quiz.changed': 'Changed a quiz',
  'quiz.offered-again': 'Offered a retired quiz again',
  'quiz.retired': 'Retired a quiz',
  'quiz-talk.noted': 'Noted a talk',
  'register.finalised': 'Made the register of a session final',
  'register.kept': 'Kept the register of a session',
  'register.reopened': 'Opened the register of a session again',
  'reading.declared': 'Declared what they read',
  'reading.declared-on-behalf': 'Entered a declaration from a signed sheet',
  'reading-question.answered': 'Answered a question about what is read',
  'reading-question.asked': 'Asked a question about what is read',
  'requirement.added': 'Added a requirement',
  'requirement.asked-again': 'Asked for a retired requirement again',
  'requirement.changed': 'Changed a requirement',
  'requirement.corrected': 'Corrected a requirement',
  'requirement.retired': 'Retired a requirement',
  'school.added': 'Added a school',
  'school.changed': 'Changed the school’s settings',
  'school.set-up': 'Set up the school',
  'section.added': 'Began a section of the offer',
  'section.brought-back': 'Brought a section back into the offer',
  'section.checked-again': 'Checked a section of the offer again',
  'section.draft-saved': 'Saved a draft of a section of the offer',
  'section.draft-thrown-away': 'Threw away a draft of a section of the offer',
  'section.published': 'Published a section of the offer',
  'section.retired': 'Retired a section of the offer',
  'session.called-off': 'Called a session off',
  'session.changed': 'Changed a session',
  'session.closed': 'Closed a session and began the list of those who missed it',
  'session.held-after-all': 'Decided to hold a session after all',
  'session.planned': 'Planned a session',
  'session.recording-set': 'Said where the recording of a session is',
  'sitting.added': 'Added a sitting to a session',
  'sitting.changed': 'Changed when and where a session is held',
  'sitting.removed': 'Took a sitting of a session away',
  'terms.set': 'Entered the terms',
  'update.logged': 'Logged a short update',
  'update.taken-back': 'Took a short update back',
  'warning.added': 'Noted something that is out of date in the school’s document',
  'warning.dealt-with': 'Dealt with something that was out of date in the school’s document',
  'warning.reopened': 'Reopened something that is out of date in the school’s document',
};

/** What an import came to: "New: 4". Nothing is said of what there was none of. */
function countsOf(summary: unknown): string[] {
  return [...fieldsOf(summary)].flatMap(([name, count]) =>
    typeof count === 'number' && count > 0 ? [`${labelOf(name)}: ${count}`] : [],
  );
}

/** What became of each thing that is not now what it was. */
function changesOf(before: unknown, after: unknown): string[] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names.flatMap((name) => {
    const old = was.get(name);
    const now = is.get(name);
    if (NOT_SAID.has(name) || isSame(old, now)) return [];
    return [`${labelOf(name)}: ${changeInWords(old, now)}`];
  });
}

/** What was not there and is nothing now has not changed. */
function isSame(old: unknown, now: unknown): boolean {
  return JSON.stringify(old ?? null) === JSON.stringify(now ?? null);
}

function changeInWords(old: unknown, now: unknown): string {
  if (old === undefined) return valueInWords(now);
  if (now === undefined) return `was ${valueInWords(old)}`;
  return `${valueInWords(old)}, now ${valueInWords(now)}`;
}

function fieldsOf(value: unknown): Map<string, unknown> {
  if (Array.isArray(value)) return new Map([['list', value]]);
  return new Map(value !== null && typeof value === 'object' ? Object.entries(value) : []);
}

/** Numbers by which the database knows its rows say nothing to a reader. */
const NOT_SAID = new Set([
  'id',
  'absence',
  'account',
  'appointmentId',
  'attemptId',
  'booking',
  'completion',
  'exemption',
  'personId',
  'pointId',
  'questionId',
  'quizId',
  'requirementId',
  'schoolId',
  'sessionId',
  'sittingId',
  'talkId',
]);

/** Longer words are left out: that something was so long is enough for a reader. */
const WORDS_SHOWN = 300;

function valueInWords(value: unknown): string {
  const words = wholeInWords(value);
  if (words.length <= WORDS_SHOWN) return words;
  return Array.isArray(value) ? `${value.length} of them` : `${words.slice(0, WORDS_SHOWN)}…`;
}

function wholeInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(wholeInWords).join('; ') || 'nothing';
  if (typeof value === 'object') {
    const said = [...fieldsOf(value)].filter(([name]) => !NOT_SAID.has(name));
    return said
      .map(([name, part]) => `${labelOf(name).toLowerCase()} ${wholeInWords(part)}`)
      .join(', ');
  }
  const text = String(value);
  const day = parseDay(text);
  return day === null ? text : inWords(day);
}

const LABELS: Record<string, string> = {
  from: 'First day',
  to: 'Last day',
  startsOn: 'First day',
  endsOn: 'Last day',
  ref: 'Staff number',
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  noticeDays: 'Notice in days',
  gapDays: 'Days between appointments that do not break a run',
  returnDays: 'Days after return',
  showsInitials: 'Initials shown when a certificate is looked up',
  list: 'All of them',
};

/** "completedOn" is "Completed on". */
function labelOf(name: string): string {
  const plain = name
    .replace(/([A-Z])/g, ' $1')
    .replace(/-/g, ' ')
    .toLowerCase();
  return LABELS[name] ?? sentenceCase(plain.trim());
}
