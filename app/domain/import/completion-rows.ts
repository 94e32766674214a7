import { inWords } from '#app/domain/days.ts';
import { EVIDENCE_LABELS } from '#app/domain/labels.ts';
import { type Context, problemWith, type Row } from './context.ts';
import { identityOf } from './row-people.ts';
import type {
  Change,
  KnownCompletion,
  KnownRequirement,
  NewCompletion,
  PersonOnFile,
  Problem,
  RowPlan,
} from './types.ts';
import { fullName } from './words.ts';

/** What has been planned already, so that a row that stands twice is recorded once. */
export type Planned = Map<string, NewCompletion[]>;

/** What is planned for a row before anything of it is understood: wrong, with whom it names. */
export function emptyPlan(context: Context, row: Row, id: string): RowPlan {
  const who = identityOf(context, row);
  const name = [fullName(who), who.ref].filter(Boolean).join(', ') || who.email;
  return {
    id,
    row: row.number,
    outcome: 'wrong',
    personId: null,
    kinds: [],
    who: name,
    what: '',
    problems: [],
    notes: [],
    changes: [],
  };
}

/** "Level 3, 1 September 2025, printed expiry 1 September 2027." */
export function tell(requirement: KnownRequirement, completion: NewCompletion): string {
  const { completedOn, printedExpiryOn, edition } = completion;
  const title = requirement.editions?.find(({ key }) => key === edition)?.title;
  const expiry = printedExpiryOn && `printed expiry ${inWords(printedExpiryOn)}`;
  const name = title ? `${requirement.name} (${title})` : requirement.name;
  return [`${name}, ${inWords(completedOn)}`, expiry].filter(Boolean).join(', ');
}

/** New; the same as what is recorded; or in conflict with it. */
export function settle(
  context: Context,
  planned: Planned,
  person: PersonOnFile,
  completion: NewCompletion,
  row: Row,
): Pick<RowPlan, 'who' | 'outcome' | 'changes' | 'problems'> {
  const who = `${fullName(person)}, ${person.ref}`;
  const training = trainingOf(completion);
  const recorded = recordedFor(person).get(training) ?? [];
  const key = `${person.id} ${training}`;
  const earlier = planned.get(key) ?? [];
  const isKnown = (other: KnownCompletion) => saysNothingNew(completion, other);
  if (recorded.some(isKnown) || earlier.some(isKnown)) {
    return { who, outcome: 'same', changes: [], problems: [] };
  }
  const [other] = recorded;
  if (other)
    return { who, outcome: 'wrong', changes: [], problems: [conflict(context, row, other)] };
  planned.set(key, [...earlier, completion]);
  const change: Change = { do: 'add-completion', whom: person.id, completion };
  return { who, outcome: 'new', changes: [change], problems: [] };
}

/** The same for two completions of one training on one day. */
function trainingOf({ requirement, completedOn, edition }: KnownCompletion): string {
  return `${requirement} ${completedOn} ${edition ?? ''}`;
}

type Recorded = Map<string, KnownCompletion[]>;
const recordedByPerson = new WeakMap<PersonOnFile, Recorded>();

function recordedFor(person: PersonOnFile): Recorded {
  const known = recordedByPerson.get(person) ?? Map.groupBy(person.completions, trainingOf);
  recordedByPerson.set(person, known);
  return known;
}

/** What the row leaves empty says nothing against what is recorded. */
function saysNothingNew(said: NewCompletion, known: KnownCompletion): boolean {
  const agrees = (a: string | null, b: string | null) => a === null || a === b;
  return (
    agrees(said.printedExpiryOn, known.printedExpiryOn) &&
    agrees(said.provider, known.provider) &&
    agrees(said.reference, known.reference) &&
    (said.evidence === known.evidence || said.evidence === 'self-reported') &&
    (said.earnedElsewhere === known.earnedElsewhere || !said.earnedElsewhere)
  );
}

function conflict(context: Context, row: Row, known: KnownCompletion): Problem {
  const details = [
    EVIDENCE_LABELS[known.evidence],
    known.printedExpiryOn && `printed expiry ${inWords(known.printedExpiryOn)}`,
    known.provider,
    known.reference,
  ].filter(Boolean);
  const todo = `It is recorded for that day with other details (${details.join(', ')}); withdraw that one first, or leave this row out`;
  return problemWith(context, row, 'completed_on', todo);
}
