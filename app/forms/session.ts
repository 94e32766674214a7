import type { Audience } from '#app/domain/types.ts';
import { readAudience } from './audience.ts';
import { Fields } from './fields.ts';
import type { FormValues, Parsed } from './parsed.ts';
import { readSitting, type SittingForm } from './sitting.ts';

/** A session as it is to be planned. */
export type SessionForm = {
  title: string;
  about: string | null;
  /** Somebody of the school, or else a name from outside. */
  trainerPersonId: number | null;
  trainerName: string | null;
  trainerHoldsId: number | null;
  audience: Audience;
  creditIds: number[];
};

type Choice = { value: string };

/** What a session is read against. */
export type SessionGround = {
  /** The roles of the school. */
  kinds: readonly Choice[];
  people: readonly Choice[];
  /** What it can credit, and what its trainer can be asked to hold. */
  requirements: readonly Choice[];
};

/** A new session comes with its first sitting. */
export function parseNewSession(
  form: FormData,
  ground: SessionGround,
): Parsed<SessionForm & { sitting: SittingForm }> {
  const fields = new Fields(form);
  const session = readSession(fields, ground);
  return fields.parsed({ ...session, sitting: readSitting(fields) });
}

export function parseSession(form: FormData, ground: SessionGround): Parsed<SessionForm> {
  const fields = new Fields(form);
  return fields.parsed(readSession(fields, ground));
}

function readSession(fields: Fields, { kinds, people, requirements }: SessionGround): SessionForm {
  const keys = (choices: readonly Choice[]) => choices.map(({ value }) => value);
  return {
    title: fields.text('title', { missing: 'Enter a title', what: 'The title', max: 100 }),
    about: fields.optionalText('about', { what: 'What it is about', max: 300 }),
    ...readTrainer(fields, keys(people)),
    creditIds: readCredits(fields, keys(requirements)),
    audience: readAudience(fields, keys(kinds), 'Choose who is expected'),
    trainerHoldsId: readChosen(fields, 'trainerHolds', keys(requirements)),
  };
}

/** One or the other: two names would leave it open which stands on the register. */
function readTrainer(fields: Fields, people: readonly string[]) {
  const trainerPersonId = readChosen(fields, 'trainerPerson', people);
  const trainerName = fields.optionalText('trainerName', { what: 'The name', max: 100 });
  if (trainerPersonId === null && trainerName === null && !fields.isWrong('trainerName')) {
    fields.fail(
      'trainerPerson',
      'Say who gives it: somebody of the school, or a name from outside',
    );
  }
  if (trainerPersonId !== null && trainerName !== null) {
    fields.fail(
      'trainerName',
      'Say one of the two: somebody of the school, or a name from outside',
    );
  }
  return { trainerPersonId, trainerName };
}

function readCredits(fields: Fields, requirements: readonly string[]): number[] {
  const missing = 'Choose what being there completes';
  const chosen = fields.choices('credits', requirements, missing);
  if (chosen.length === 0 && !fields.isWrong('credits')) fields.fail('credits', missing);
  return chosen.map(Number);
}

/** Nothing chosen is null. */
function readChosen(fields: Fields, name: string, ids: readonly string[]): number | null {
  const chosen = fields.choice(name, ['', ...ids], 'Choose one of the list, or nothing');
  return chosen === '' ? null : Number(chosen);
}

/** Is a session to be held, or called off? */
export function parseHolding(form: FormData): Parsed<{ isHeld: boolean }> {
  const fields = new Fields(form);
  const missing = 'Say whether it is held or called off';
  const act = fields.choice('act', ['call-off', 'hold'], missing);
  return fields.parsed({ isHeld: act === 'hold' });
}

/** What stands in the form of a new session. */
export const NEW_SESSION: FormValues = { categories: ['staff'] };

/** A session as its form holds it. */
export function valuesOfSession(
  session: Omit<SessionForm, 'trainerName'> & { trainer: string | null },
): FormValues {
  const { title, about, trainer, trainerPersonId, trainerHoldsId, audience, creditIds } = session;
  return {
    title,
    about: about ?? '',
    trainerPerson: trainerPersonId === null ? '' : String(trainerPersonId),
    trainerName: trainerPersonId === null ? (trainer ?? '') : '',
    trainerHolds: trainerHoldsId === null ? '' : String(trainerHoldsId),
    categories: audience.categories,
    kinds: audience.kinds,
    credits: creditIds.map(String),
  };
}
