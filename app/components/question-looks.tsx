import type { LookShown } from '#app/domain/quiz/look-shown.ts';
import { BriefingButton } from './briefing-button.tsx';
import { Details } from './content.tsx';

export type KeyedLook = LookShown & { formKey: string };

type QuestionLooksProps = { looks: readonly KeyedLook[]; mayAdd: boolean };

/** Questions that deserve a look: what was missed first, then what the figures mean. */
export function QuestionLooks({ looks, mayAdd }: QuestionLooksProps) {
  return (
    <ol className="looks">
      {looks.map((look) => (
        <li className="look" key={look.questionId}>
          <div className="look__what">
            <p className="look__about">{look.about}</p>
            {look.story ? <p className="look__story">{look.story}</p> : null}
            <h3 className="look__text">
              <a href={`/dsl/questions/${look.questionId}`}>{look.text}</a>
            </h3>
            {look.missed ? <p className="look__missed">{look.missed}</p> : null}
            <p className="look__meaning">{look.meaning}</p>
            <p className="look__index">{look.index}.</p>
          </div>
          <BriefingButton {...look} mayAdd={mayAdd} of={look.text} />
        </li>
      ))}
    </ol>
  );
}

/** What the two figures are, for who wants to know. */
export function AboutIndices() {
  return (
    <Details summary="What facility and discrimination mean">
      <p className="govuk-body">
        <strong>Facility</strong> is how many of the first attempts got the question right. Under
        50% most people miss it: either they do not know it, or it is asked badly.
      </p>
      <p className="govuk-body">
        <strong>Discrimination</strong> is whether those who did well on the rest of the quiz did
        well on this question too. At 20% and more it tells who knows. Under 20% knowing hardly
        helps; under 0% those who know the rest get it wrong, so that something may be wrong with
        the question.
      </p>
      <p className="govuk-body">
        Both are reckoned as Moodle does, from each person’s first attempt at each quiz in each
        academic year. Nothing is said below ten of them. Shared questions are counted over all
        schools of the trust, in figures alone, and the school’s own here; both over all years of
        the same wording.
      </p>
    </Details>
  );
}
