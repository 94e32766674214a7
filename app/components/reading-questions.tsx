import { inWords } from '#app/domain/days.ts';
import type { ReadingQuestion } from '#app/domain/publications/reading-questions.ts';
import { Button, FormKey } from './button.tsx';
import { Details } from './content.tsx';
import type { GivenBack } from './given-back.ts';
import { Textarea } from './text-input.tsx';

type AskProps = {
  formKey: string;
  /** Where the form is sent; the page itself where that is left out. */
  action?: string;
  /** Who answers. */
  leads: string;
  form?: GivenBack;
};

/** A note to the lead about what is read; never about a child. */
export function AskForm({ formKey, action, leads, form }: AskProps) {
  return (
    <form method="post" action={action}>
      <FormKey value={formKey} />
      <Textarea
        name="words"
        label="Your question"
        hint={`It goes to ${leads}. Ask about the document only: never write anything about a child here.`}
        value={form?.value('words')}
        errors={form?.errors}
        maxLength={1000}
      />
      <p className="soft">
        Worried about a child? Do not wait for an answer here:{' '}
        <a className="govuk-link" href="/offer">
          see whom to tell, now
        </a>
        .
      </p>
      <Button kind="secondary">Send the question</Button>
    </form>
  );
}

type OwnQuestionsProps = Omit<AskProps, 'form'> & { questions: readonly ReadingQuestion[] };

/** What somebody asked about an edition, with its answers, and the way to ask more. */
export function OwnQuestions({ questions, ...ask }: OwnQuestionsProps) {
  return (
    <section className="section" id="questions">
      {questions.length > 0 ? <h2>Your questions</h2> : null}
      {questions.map((question) => (
        <Asked key={question.id} question={question} />
      ))}
      <Details summary={questions.length > 0 ? 'I have another question' : 'I have a question'}>
        <AskForm {...ask} />
      </Details>
    </section>
  );
}

type AskedProps = {
  question: ReadingQuestion;
  /** Shown to who is to answer it. */
  isLeads?: boolean;
};

/** A question with its answer, or that it waits for one. */
export function Asked({ question: { words, askedOn, answer }, isLeads = false }: AskedProps) {
  return (
    <div className="reading-note">
      <p className="reading-note__words">{words}</p>
      <p className="soft">Asked on {inWords(askedOn)}.</p>
      {answer ? (
        <div className="reading-note__answer">
          <p className="reading-note__words">{answer.words}</p>
          <p className="soft">
            Answered by {answer.by} on {inWords(answer.on)}.
          </p>
        </div>
      ) : null}
      {answer === null && !isLeads ? (
        <p className="soft">It waits for an answer, which will stand here.</p>
      ) : null}
    </div>
  );
}
