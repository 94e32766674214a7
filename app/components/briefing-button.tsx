import type { InBriefing } from '#app/domain/quiz/look-shown.ts';
import { Button, FormKey } from './button.tsx';

type BriefingButtonProps = {
  questionId: number;
  briefing: InBriefing;
  formKey: string;
  /** The headteacher reads, and adds nothing. */
  mayAdd: boolean;
  /** What tells the button from those beside it, for those who hear it. */
  of: string;
};

/** Puts a question down for the next briefing, or says that it waits there, or when it was said. */
export function BriefingButton(props: BriefingButtonProps) {
  const { questionId, briefing, formKey, mayAdd, of } = props;
  if (briefing.waits) {
    return (
      <p className="briefing-button briefing-button--waits">
        <a className="govuk-link" href="/dsl/briefing">
          On the list for the next briefing
        </a>
      </p>
    );
  }
  return (
    <form className="briefing-button no-print" method="post">
      {briefing.said ? <p className="briefing-button__said">{briefing.said}</p> : null}
      {mayAdd ? (
        <>
          <FormKey value={formKey} />
          <input type="hidden" name="question" value={questionId} />
          <Button kind="secondary" isSmall>
            For the next briefing<span className="govuk-visually-hidden">: {of}</span>
          </Button>
        </>
      ) : null}
    </form>
  );
}
