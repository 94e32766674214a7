import type { BankView } from '#app/domain/quiz/bank.ts';
import { QUESTION_STATES } from '#app/domain/quiz/question-state.ts';
import { STATE_LABELS } from '#app/domain/quiz/question-words.ts';
import { Button } from './button.tsx';
import { type Option, Select } from './select.tsx';

type BankFilterProps = { view: BankView; topics: readonly Option[] };

/** What of the bank is shown: all of it stands in the address. */
export function BankFilter({ view, topics }: BankFilterProps) {
  return (
    <form
      method="get"
      action="/dsl/questions"
      className="filters"
      aria-label="Choose which questions are shown"
    >
      <Select name="topic" label="Topic" options={topics} empty="Any" value={view.topic ?? ''} />
      <Select name="state" label="State" options={STATES} empty="Any" value={view.state ?? ''} />
      <Select name="whose" label="Whose" options={WHOSE} empty="All" value={view.whose ?? ''} />
      <Button kind="secondary">Show</Button>
    </form>
  );
}

const STATES = QUESTION_STATES.map((value) => ({ value, label: STATE_LABELS[value] }));
const WHOSE = [
  { value: 'shared', label: 'Shared by the trust’s schools' },
  { value: 'own', label: 'The school’s own' },
];
