import type { Standing } from './standing.ts';

/**
 * Asking people for what they owe. One person's letter names everything that they owe; a letter to
 * many names nobody's things. Nobody is asked for what waits for a check, nor for what falls due
 * after their last day.
 */
export type Letter = { subject: string; body: string };

/** What this person can be asked for, in the order of the ladder's urgency: overdue first. */
export function owedOf(standings: Standing[]): Standing[] {
  const owed = standings.filter(isOwed);
  return owed.sort((a, b) => urgencyOf(a) - urgencyOf(b) || compareDays(a.dueOn, b.dueOn));
}

function isOwed({ status, asked, awaitingCheck }: Standing): boolean {
  return asked && awaitingCheck === null && URGENCY.includes(status);
}

const URGENCY: string[] = ['overdue', 'due-soon', 'not-yet-due'];

function urgencyOf(standing: Standing): number {
  return URGENCY.indexOf(standing.status);
}

function compareDays(a: string | null, b: string | null): number {
  return (a ?? '9').localeCompare(b ?? '9');
}

/** The words to one person. `items` are the requirement's name and the sentence of its status. */
export function letterToOne({
  name,
  items,
  address,
  sender,
}: {
  name: string;
  items: { name: string; sentence: string }[];
  /** Where InDate is. */
  address: string;
  sender: string;
}): Letter {
  const things = items.map(({ name, sentence }) => `- ${name}. ${sentence}`);
  return {
    subject: 'Your safeguarding training',
    body: [
      `Dear ${name},`,
      '',
      items.length === 1 ? 'There is one thing for you to do:' : 'These are for you to do:',
      ...things,
      '',
      `You can see what counts, and where to go, at ${address}/my`,
      'If you have already done it, please tell me or hand in the certificate.',
      '',
      sender,
    ].join('\r\n'),
  };
}

/** The words to many at once: they name nobody's things. */
export function letterToMany({ address, sender }: { address: string; sender: string }): Letter {
  return {
    subject: 'Your safeguarding training',
    body: [
      'Hello,',
      '',
      'Some of your safeguarding training is due.',
      `Please look at what is due, and by when, at ${address}/my`,
      'If you cannot sign in, please ask me.',
      '',
      sender,
    ].join('\r\n'),
  };
}

/** Longer addresses are cut off by common mail programs, without a word. */
export const LONGEST_LINK = 1800;

/** A link that opens one letter ready to send. */
export function linkToOne(email: string, letter: Letter): string {
  return `mailto:${addressIn(email)}?${wordsIn(letter)}`;
}

/** Links that put everybody in Bcc, in as many parts as keep each within 1,800 characters. */
export function linksToMany(emails: string[], letter: Letter): string[] {
  const links: string[] = [];
  let part: string[] = [];
  for (const email of emails.map(addressIn)) {
    if (part.length > 0 && bccLink([...part, email], letter).length > LONGEST_LINK) {
      links.push(bccLink(part, letter));
      part = [];
    }
    part.push(email);
  }
  return part.length > 0 ? [...links, bccLink(part, letter)] : links;
}

function bccLink(addresses: string[], letter: Letter): string {
  return `mailto:?bcc=${addresses.join(',')}&${wordsIn(letter)}`;
}

function wordsIn({ subject, body }: Letter): string {
  return `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** The @ may stand as it is; a comma, a quote or a line break in an address may not. */
function addressIn(email: string): string {
  return encodeURIComponent(email).replaceAll('%40', '@');
}
