import { Details } from './content.tsx';
import { Markdown } from './markdown.tsx';

type SectionBesideProps = {
  section: { topic: string; title: string; body: string } | null;
  /** In sight at once: somebody is to hold the question against it. */
  isOpen: boolean;
  /** It stays in sight beside a long page, and scrolls by itself. */
  isSticky?: boolean;
};

/** What the section of the offer says on which a question rests. */
export function SectionBeside({ section, isOpen, isSticky }: SectionBesideProps) {
  if (section === null) {
    if (!isOpen) return null;
    return (
      <section className="cited" aria-label="Its section of the offer">
        <p className="govuk-body">
          The school’s offer has no section on this. Look whether what the question says is right at
          this school all the same.
        </p>
      </section>
    );
  }
  if (!isOpen) {
    return (
      <Details summary="What its section of the offer says">
        <Markdown under={1}>{section.body}</Markdown>
      </Details>
    );
  }
  return (
    <section
      className={isSticky ? 'cited cited--sticky' : 'cited'}
      aria-labelledby="cited-title"
      // What scrolls by itself must be reached with a keyboard.
      tabIndex={isSticky ? 0 : undefined}
    >
      <p className="cited__what">Its section of the offer, as it stands</p>
      <h2 className="cited__title" id="cited-title">
        <a href={`/offer/${section.topic}`}>{section.title}</a>
      </h2>
      <Markdown under={2}>{section.body}</Markdown>
    </section>
  );
}
