import type { Attendance } from '#app/domain/sessions/register.ts';
import { readBegan } from './began.ts';
import { Fields, readId } from './fields.ts';
import type { FormValues, Parsed } from './parsed.ts';
import { readMinutes } from './sitting.ts';

/** What a register was sent for: which button was pressed. */
export type RegisterStepForm =
  | { kind: 'save' | 'everybody-there' | 'nobody-there' }
  | { kind: 'add' | 'not-expected' | 'expect' | 'take-off'; personId: number };

export type RegisterForm = {
  began: string;
  ticks: { personId: number; attendance: Attendance | null; minutes: number | null }[];
  step: RegisterStepForm;
  /** Saved, to see what it records. */
  isToFinalise: boolean;
};

/** The name of the field for the minutes of somebody who was there in part. */
export function minutesField(personId: number): string {
  return `minutes.${personId}`;
}

/** A register as it was ticked: those on the form are all in `on`, those ticked in `there`. */
export function parseRegister(form: FormData): Parsed<RegisterForm> {
  const fields = new Fields(form);
  const there = new Set(idsOf(form, 'there'));
  const ticks = [...new Set(idsOf(form, 'on'))].map((personId) => {
    const minutes = readMinutes(fields, minutesField(personId));
    const attendance = minutes !== null ? 'in-part' : there.has(personId) ? 'there' : null;
    return { personId, attendance, minutes } as const;
  });
  const isToFinalise = form.get('step') === 'finalise';
  const step = isToFinalise ? { kind: 'save' as const } : readStep(fields, form);
  return fields.parsed({ began: readBegan(form), ticks, step, isToFinalise });
}

function idsOf(form: FormData, name: string): number[] {
  return form.getAll(name).flatMap((value) => readId(String(value)) ?? []);
}

const WHOLE_STEPS = ['save', 'everybody-there', 'nobody-there'] as const;
const PERSON_STEPS = ['not-expected', 'expect', 'take-off'] as const;

/** `save`, or `not-expected.12` for a person. */
function readStep(fields: Fields, form: FormData): RegisterStepForm {
  const [kind = '', id = ''] = String(form.get('step') ?? '').split('.');
  const whole = WHOLE_STEPS.find((step) => step === kind);
  if (whole) return { kind: whole };
  if (kind === 'add') return { kind, personId: fields.id('person', 'Choose who is to be added') };
  const ofPerson = PERSON_STEPS.find((step) => step === kind);
  const personId = readId(id);
  if (ofPerson && personId !== null) return { kind: ofPerson, personId };
  fields.fail('', 'Press one of the buttons of the register');
  return { kind: 'save' };
}

export type FinaliseForm = { began: string; isCascadeAccepted: boolean };

export function parseFinalise(form: FormData): Parsed<FinaliseForm> {
  const fields = new Fields(form);
  const began = readBegan(form);
  if (began === '') fields.fail('', 'Look at what it records, and press the button under it');
  return fields.parsed({ began, isCascadeAccepted: fields.isTicked('acceptCascade') });
}

export function parseReopening(form: FormData): Parsed<{ reason: string }> {
  const fields = new Fields(form);
  const reason = fields.paragraph('reason', {
    missing: 'Say why it is opened again',
    what: 'The reason',
    max: 300,
  });
  return fields.parsed({ reason });
}

/** What was ticked, to show it again where the register comes back. */
export function tickedOf(values: FormValues): { there: string[]; minutes: Map<string, string> } {
  const minutes = Object.entries(values).flatMap(([name, value]) => {
    return name.startsWith('minutes.') ? [[name.slice(8), String(value)] as const] : [];
  });
  return { there: [values.there ?? []].flat(), minutes: new Map(minutes) };
}
