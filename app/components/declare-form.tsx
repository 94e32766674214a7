import { Button, FormKey } from './button.tsx';
import { Details } from './content.tsx';

type DeclareFormProps = {
  formKey: string;
  /** The words that are confirmed, to the letter. */
  words: string;
  /** By which the server knows again what was shown. */
  shown: string;
  /** It stands already, and may be declared once more. */
  isAgain: boolean;
};

/** The words, and the one button that declares them. */
export function DeclareForm({ isAgain, ...form }: DeclareFormProps) {
  if (!isAgain) {
    return (
      <section className="section">
        <h2>Say that you have read it</h2>
        <Words {...form} />
      </section>
    );
  }
  return (
    <Details summary="Declare it again">
      <p>Your first declaration stays as it is; this one is kept beside it.</p>
      <Words {...form} />
    </Details>
  );
}

function Words({ formKey, words, shown }: Omit<DeclareFormProps, 'isAgain'>) {
  return (
    <form method="post" id="declare" className="declare">
      <FormKey value={formKey} />
      <input type="hidden" name="shown" value={shown} />
      <blockquote className="declared__words">{words}</blockquote>
      <Button>I confirm this</Button>
      <p className="soft">These words are kept with your name and today’s date.</p>
    </form>
  );
}
