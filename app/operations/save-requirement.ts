import type { Transaction } from '#app/data/database.ts';
import { readSchoolFacts } from '#app/data/facts.ts';
import {
  addRequirementVersion,
  changeRequirementDetails,
  correctRequirementVersion,
  findOwnNotice,
  addRequirement as writeRequirement,
} from '#app/data/requirements.ts';
import {
  type Proposal,
  proposeRequirement,
  type RequirementDraft,
} from '#app/domain/propose-requirement.ts';
import { effectsOfChange, firstSeenOn } from '#app/domain/requirement-effects.ts';
import type { Policy, Requirement } from '#app/domain/types.ts';
import { type Act, type Audit, carryOut, Refusal, requireSchool } from './act.ts';

export type SaveRequirement = {
  draft: RequirementDraft;
  /** How many people, as the preview showed, become overdue by it; null where nobody was told. */
  overdueAgreed: number | null;
};

type Accepted = Extract<Proposal, { ok: true }>;

/** Adds a requirement to the school's policy. Throws Refusal. */
export function addRequirement(
  act: Act,
  { draft, overdueAgreed }: SaveRequirement,
): Promise<{ requirementId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { accepted } = requireAgreed(act, null, draft, overdueAgreed);
    const { id: _, versions, ...details } = accepted.requirement;
    const fields = { ...details, noticeDays: draft.noticeDays };
    const requirementId = writeRequirement(transaction, schoolId, fields, versions[0]!);
    audit({
      action: 'requirement.added',
      about: details.name,
      after: { requirement: requirementId, ...fields, versions },
    });
    return { requirementId };
  });
}

/**
 * Changes a requirement. Its words are written anew; changed rules become a version that begins
 * later, or put the newest one right, as the draft says. Where anybody becomes overdue by it, as
 * many must have been agreed to. Throws Refusal.
 */
export function changeRequirement(
  act: Act,
  { requirementId, draft, overdueAgreed }: SaveRequirement & { requirementId: number },
): Promise<{ requirementId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { existing, accepted } = requireAgreed(act, requirementId, draft, overdueAgreed);
    if (existing === null) throw new Refusal('not-found', 'There is no such requirement');
    const ownNotice = findOwnNotice(transaction, schoolId, requirementId);
    const before = { ...existing, noticeDays: ownNotice };
    const after = { ...accepted.requirement, noticeDays: draft.noticeDays };
    changeRequirementDetails(transaction, requirementId, after);
    writeVersion(transaction, existing, accepted);
    auditChange(audit, requirementId, before, after, accepted.versionChange);
    return { requirementId };
  });
}

function writeVersion(transaction: Transaction, existing: Requirement, accepted: Accepted): void {
  const version = accepted.requirement.versions.at(-1)!;
  if (accepted.versionChange === 'added') {
    addRequirementVersion(transaction, existing.id, version);
  } else if (accepted.versionChange === 'corrected') {
    const { startsOn } = existing.versions.at(-1)!;
    correctRequirementVersion(transaction, existing.id, startsOn, version);
  }
}

const ACTIONS = {
  none: 'requirement.reworded',
  added: 'requirement.changed',
  corrected: 'requirement.corrected',
} as const;

type Told = Omit<Requirement, 'noticeDays'> & { noticeDays: number | null };

/** Tells the details, and of the versions the newest before and after. */
function auditChange(
  audit: Audit,
  requirementId: number,
  before: Told,
  after: Told,
  versionChange: Accepted['versionChange'],
): void {
  audit({
    action: ACTIONS[versionChange],
    about: after.name,
    before: toldOf(before, requirementId, versionChange),
    after: toldOf(after, requirementId, versionChange),
  });
}

function toldOf(
  { id: _, key: __, versions, retiredFrom: ___, ...details }: Told,
  requirement: number,
  versionChange: Accepted['versionChange'],
) {
  if (versionChange === 'none') return { requirement, ...details };
  return { requirement, ...details, version: versions.at(-1) };
}

function requireAgreed(
  act: Act,
  requirementId: number | null,
  draft: RequirementDraft,
  overdueAgreed: number | null,
): { existing: Requirement | null; accepted: Accepted } {
  const { policy, people } = readSchoolFacts(act.database, requireSchool(act));
  const existing = requirementId === null ? null : requireKnown(policy, requirementId);
  const proposal = proposeRequirement(policy, existing, draft, act.today);
  if (!proposal.ok) {
    const { message, field } = proposal.problems[0]!;
    throw new Refusal('wrong', message, field);
  }
  const { requirement } = proposal;
  const on = firstSeenOn(requirement, act.today);
  const effects = effectsOfChange(policy, proposal.policy, requirement, people, on);
  requireSameCount(effects.becomeOverdue.length, overdueAgreed);
  return { existing, accepted: proposal };
}

function requireSameCount(overdue: number, agreed: number | null): void {
  if (overdue === 0 || overdue === agreed) return;
  if (agreed === null) {
    throw new Refusal('wrong', 'Tick the box to say that they become overdue', 'overdueAgreed');
  }
  const message = `It is now ${overdue} who would become overdue. Look again before you save`;
  throw new Refusal('conflict', message, 'overdueAgreed');
}

function requireKnown(policy: Policy, requirementId: number): Requirement {
  const requirement = policy.requirements.find(({ id }) => id === requirementId);
  if (!requirement) throw new Refusal('not-found', 'There is no such requirement');
  return requirement;
}
