import type { QuestionState } from '#app/domain/quiz/question-state.ts';
import { STATE_LABELS } from '#app/domain/quiz/question-words.ts';
import { MARK_SHAPES, Shape, STATUS_SHAPES } from './shapes.tsx';

/** How a question stands at the school, as word, shape and colour. */
export function QuestionStateTag({ state }: { state: QuestionState }) {
  const { shape, look } = LOOKS[state];
  return (
    <span className={`status status--${look}`}>
      <Shape path={shape} />
      <span className="status__word">{STATE_LABELS[state]}</span>
    </span>
  );
}

const LOOKS: Record<QuestionState, { shape: string; look: string }> = {
  'in-use': { shape: STATUS_SHAPES['in-date'], look: 'in-date' },
  'check-me': { shape: MARK_SHAPES['awaiting-check'], look: 'due-soon' },
  'set-aside': { shape: STATUS_SHAPES.away, look: 'away' },
};
