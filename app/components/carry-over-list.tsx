import { Button, FormKey } from './button.tsx';
import { EmptyState } from './content.tsx';

export type OfferedShown = {
  completionId: number;
  requirementId: number;
  requirement: string;
  /** "Certificate, completed on 12 October 2022 at …: counts here until …" */
  words: string;
  formKey: string;
};

/** What was done at another school and would count here, each with the one act that records it. */
export function CarryOverList({ offered }: { offered: readonly OfferedShown[] }) {
  if (offered.length === 0) {
    return (
      <EmptyState title="Nothing to carry over">
        <p className="govuk-body">
          All that would count here is here already. Anything else is recorded by the designated
          safeguarding lead, with its evidence.
        </p>
      </EmptyState>
    );
  }
  return offered.map((one) => (
    <section className="section" key={`${one.completionId} ${one.requirementId}`}>
      <h2>{one.requirement}</h2>
      <p className="govuk-body">{one.words}</p>
      <form method="post">
        <FormKey value={one.formKey} />
        <input type="hidden" name="completion" value={one.completionId} />
        <input type="hidden" name="requirement" value={one.requirementId} />
        <Button kind="secondary">
          Carry it over
          <span className="govuk-visually-hidden">: {one.requirement}</span>
        </Button>
      </form>
    </section>
  ));
}
