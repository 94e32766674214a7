import { addDays, type Day, inWords } from './days.ts';
import { editionInForce, publicationOf } from './editions.ts';
import type { Standing } from './standing.ts';
import { cycleInWords, daysInWords, monthsInWords } from './statuses.ts';
import type { Completion, Policy } from './types.ts';
import type { Validity } from './valid-to.ts';

/**
 * The sentence that goes with a status: what it is, since or until when, and why, with all its
 * days in words. An exemption or absence with a known end says what comes after it.
 */
export function sentenceOf(policy: Policy, standing: Standing): string {
  const sentence = `${[mainClause(policy, standing), ...marks(standing)].join('; ')}.`;
  if (standing.next === null) return sentence;
  return `${sentence} After that: ${withSmallInitial(sentenceOf(policy, standing.next))}`;
}

function mainClause(policy: Policy, standing: Standing): string {
  switch (standing.status) {
    case 'not-required':
      return notRequired(standing);
    case 'exempt':
      return `Exempt until ${inWords(standing.until!)} (${standing.exemption!.reason})`;
    case 'away':
      return away(standing);
    case 'in-date':
      return inDate(policy, standing);
    case 'due-soon':
      return `Due soon: ${withSmallInitial(inDate(policy, standing))}`;
    case 'not-yet-due':
      return notYetDue(policy, standing);
    case 'overdue':
      return overdue(policy, standing);
  }
}

/** What waits for a check, is booked, or is not asked because the person will have left. */
function marks({ awaitingCheck, booked, asked, lastDay, status }: Standing): string[] {
  const said: string[] = [];
  if (awaitingCheck !== null) {
    const paper = PAPERS[awaitingCheck.evidence];
    said.push(`the ${paper} of ${inWords(awaitingCheck.completedOn)} waits for a check`);
  }
  if (booked !== null && status !== 'in-date') said.push(bookedInWords(booked));
  if (!asked && lastDay !== null) {
    said.push(`this falls after the last day here, ${inWords(lastDay)}, and is not asked for`);
  }
  return said;
}

function bookedInWords({ on, provider }: NonNullable<Standing['booked']>): string {
  return `a course${provider === null ? '' : ` with ${provider}`} is booked for ${inWords(on)}`;
}

function notRequired({ requirement, on, comingOn, notRequiredBecause }: Standing): string {
  if (comingOn !== null) return `Required from ${inWords(comingOn)}`;
  switch (notRequiredBecause) {
    case 'retired':
      return `Not required: no longer asked since ${inWords(requirement.retiredFrom!)}`;
    case 'not-begun':
      return `Not required: not asked before ${inWords(requirement.versions[0]!.startsOn)}`;
    case 'not-in-post':
      return `Not required: not in post on ${inWords(on)}`;
    default:
      return `Not required: not for the roles held on ${inWords(on)}`;
  }
}

function away({ until, outSince }: Standing): string {
  if (until !== null) return `Away until ${inWords(until)}`;
  return `Away since ${inWords(outSince!)}, day of return not known yet`;
}

function inDate(policy: Policy, standing: Standing): string {
  const validity = standing.validity!;
  if (validity.cycle.kind === 'edition') {
    return `In date: ${editionTitle(standing)} read on ${inWords(validity.completion.completedOn)}`;
  }
  const done = `${nameOf(policy, standing, validity.completion)} completed on ${inWords(
    validity.completion.completedOn,
  )}`;
  if (validity.cycle.kind === 'not-stated') return `In date, no interval set: ${done}`;
  if (validity.validTo === null) return `In date: ${done}, done once`;
  return `In date to ${validToInWords(validity)}: ${done}, ${reckoning(validity)}${dueLater(policy, standing)}`;
}

/** Where something later than valid to is the due day, such as a roll-out or a return. */
function dueLater(policy: Policy, standing: Standing): string {
  if (standing.dueOn === standing.validTo) return '';
  return `, then due by ${inWords(standing.dueOn!)}, ${reason(policy, standing)}`;
}

function notYetDue(policy: Policy, standing: Standing): string {
  const by = `by ${inWords(standing.dueOn!)}, ${reason(policy, standing)}`;
  if (standing.edition !== null) {
    return `Not yet due: ${standing.edition.title} is to be read ${by}`;
  }
  if (standing.validity === null) return `Not yet due: to be done ${by}`;
  return `Not yet due: ${ranOut(standing.validity)}, to be renewed ${by}`;
}

function overdue(policy: Policy, standing: Standing): string {
  const waits = standing.awaitingCheck !== null;
  const why = whyOverdue(policy, standing, waits);
  if (waits) return withCapital(why);
  return `Overdue since ${inWords(standing.overdueSince!)}: ${why}`;
}

function whyOverdue(policy: Policy, standing: Standing, isShort: boolean): string {
  const { validity, edition, dueOn, validTo } = standing;
  if (standing.dueBecause === 'overdue-before') return missedBefore(policy, standing);
  const by = `due by ${inWords(dueOn!)}, ${reason(policy, standing)}`;
  if (edition !== null) return `${edition.title} not read, ${by}`;
  if (validity === null) return `never done, ${by}`;
  const out = isShort ? `ran out on ${validToInWords(validity)}` : ranOut(validity);
  return dueOn === validTo ? out : `${out}, ${by}`;
}

function missedBefore(policy: Policy, { line, edition, dueOn, overdueSince }: Standing): string {
  const cycle = line!.cycle;
  const key = cycle.kind === 'edition' ? cycle.publication : '';
  const missed = editionInForce(publicationOf(policy, key), overdueSince!);
  return `${missed?.title ?? 'the edition before'} was not read by ${inWords(dueOn!)}, and ${
    edition!.title
  } is to be read now`;
}

function ranOut(validity: Validity): string {
  const { completedOn } = validity.completion;
  return `ran out on ${validToInWords(validity)} (completed on ${inWords(completedOn)}, ${reckoning(validity)})`;
}

function validToInWords({ validTo, withoutPrinted }: Validity): string {
  return `${inWords(validTo!)}${withoutPrinted === null ? '' : ', the day printed on the certificate'}`;
}

/** By which cycle, and whether it was counted on from the valid to before, or cut short. */
function reckoning({ cycle, countedOnFrom, withoutPrinted }: Validity): string {
  const words = cycle.kind === 'months' ? monthsInWords(cycle.months) : cycleInWords(cycle);
  const chained = countedOnFrom === null ? '' : ` and counted on from ${inWords(countedOnFrom)}`;
  const cut = withoutPrinted === null ? '' : `, which alone would reach ${inWords(withoutPrinted)}`;
  return `${words}${chained}${cut}`;
}

/** Why the due day is what it is, to stand after the day. */
function reason(policy: Policy, { dueBecause, dueOn, line, joinedOn }: Standing): string {
  switch (dueBecause) {
    case 'joined':
      return joiningInWords(line!.startWithin, joinedOn!);
    case 'roll-out':
      return 'the day set for those already here';
    case 'return': {
      const returnedOn = addDays(dueOn!, -policy.returnDays);
      return `${daysInWords(policy.returnDays)} after the day of return, ${inWords(returnedOn)}`;
    }
    default:
      return 'when the one before runs out';
  }
}

function joiningInWords(startWithin: number, joinedOn: Day): string {
  if (startWithin === 0) return 'the day of joining';
  return `within ${daysInWords(startWithin)} of joining on ${inWords(joinedOn)}`;
}

/** The name of what was completed, which may be another requirement that counts here too. */
function nameOf(policy: Policy, { requirement }: Standing, completion: Completion): string {
  if (completion.requirementId === requirement.id) return requirement.name;
  const other = policy.requirements.find(({ id }) => id === completion.requirementId);
  return other === undefined ? requirement.name : `${other.name}, which counts here,`;
}

function editionTitle({ edition, validity }: Standing): string {
  return edition?.title ?? validity?.completion.edition ?? '';
}

const PAPERS: Record<Completion['evidence'], string> = {
  certificate: 'certificate',
  register: 'register entry',
  declaration: 'declaration',
  quiz: 'quiz',
  'self-reported': 'entry',
};

function withSmallInitial(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function withCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
