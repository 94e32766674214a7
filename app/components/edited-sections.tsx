import type { SectionState } from '#app/domain/offer/overview.ts';
import { counted } from '#app/domain/words.ts';

export type EditedSectionShown = {
  id: number;
  topic: string;
  title: string;
  state: SectionState;
  /** "Past its review since 31 October 2026". */
  why: string;
  hasDraft: boolean;
  owner: string;
  questions: { inUse: number; toCheck: number };
};

/** The sections as those see them who write them: how each stands, and what rests on it. */
export function EditedSections({ sections }: { sections: readonly EditedSectionShown[] }) {
  return (
    <ol className="edited">
      {sections.map((section) => (
        <li className={`edited__row edited__row--${section.state}`} key={section.id}>
          <div className="edited__what">
            <h2 className="edited__title">
              <a href={`/dsl/offer/${section.id}`}>{section.title}</a>
            </h2>
            <p className="edited__why">
              <span className={section.state === 'past-review' ? 'past' : undefined}>
                {section.why}
              </span>
              . {section.owner} answers for it.
            </p>
          </div>
          <div className="edited__more">
            {section.hasDraft ? (
              <p>
                <a href={`/dsl/offer/${section.id}/draft`}>
                  A draft waits<span className="govuk-visually-hidden"> of {section.title}</span>
                </a>
              </p>
            ) : null}
            <Questions {...section} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Questions({ topic, questions: { inUse, toCheck } }: EditedSectionShown) {
  if (inUse + toCheck === 0) return <p className="soft">No question cites it</p>;
  return (
    <p>
      {counted(inUse + toCheck, 'question cites it', 'questions cite it')}
      {toCheck > 0 ? (
        <>
          , <a href={`/dsl/questions/check/${topic}`}>{toCheck} to check</a>
        </>
      ) : null}
    </p>
  );
}
