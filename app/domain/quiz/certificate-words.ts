import { type Day, inWords } from '../days.ts';
import { type CertificateState, certificateStateOf, initialsOf } from './certificate.ts';
import { lastingInWords, scoreInWords } from './result-words.ts';
import type { Lasting } from './valid-to.ts';

/** What is known of a certificate when its code is looked up. */
export type LookedUp = {
  code: string;
  quizTitle: string;
  personName: string;
  passedOn: Day;
  isWithdrawn: boolean;
  replacedOn: Day | null;
  school: { name: string; showsInitials: boolean };
};

/** A certificate as it is printed. `lasting` is null where what the pass completed was withdrawn. */
export function printedInWords(
  { code, quizTitle, personName, passedOn, school }: LookedUp,
  { score, outOf, lasting }: { score: number; outOf: number; lasting: Lasting | null },
  lookUpAt: string,
) {
  return {
    personName,
    quizTitle,
    schoolName: school.name,
    score: scoreInWords({ score, outOf }),
    passedOn: inWords(passedOn),
    validTo: lasting && lastingInWords(lasting),
    code,
    lookUpAt,
  };
}

/** What whoever has the code is told: never a name. */
export type LookedUpShown = {
  state: CertificateState;
  answer: string;
  facts: { name: string; value: string }[];
};

/** How a certificate stands on a day. `lasting` is null where what the pass completed was withdrawn. */
export function lookedUpInWords(
  certificate: LookedUp,
  lasting: Lasting | null,
  on: Day,
): LookedUpShown {
  const { code, quizTitle, passedOn, isWithdrawn, replacedOn, school } = certificate;
  const validTo = lasting?.kind === 'until' ? lasting.validTo : null;
  const { state, because } = certificateStateOf({ isWithdrawn, replacedOn, validTo, on });
  const facts = [
    { name: 'Quiz', value: quizTitle },
    { name: 'School', value: school.name },
    { name: 'Passed on', value: inWords(passedOn) },
  ];
  if (lasting !== null) facts.push({ name: 'Valid to', value: lastingInWords(lasting) });
  if (school.showsInitials) {
    facts.push({ name: 'Holder’s initials', value: initialsOf(certificate.personName) });
  }
  facts.push({ name: 'Code', value: code });
  const answer = state === 'valid' && hasNoDay(lasting) ? NO_DAY : because;
  return { state, answer, facts };
}

/** Nothing says how long it counts, which is not the same as counting for ever. */
function hasNoDay(lasting: Lasting | null): boolean {
  return lasting?.kind === 'no-interval' || lasting?.kind === 'not-asked';
}

const NO_DAY = 'Valid: no last day is set for it.';
