import type { Question, QuestionAnswer } from './question.ts';

/** The answer to a question that is right in everything. */
export function rightAnswerTo({ type, options }: Question): QuestionAnswer {
  const places = [...options.keys()];
  if (type === 'order') return { kind: 'order', places: places.map((place) => place + 1) };
  if (type === 'match') return { kind: 'match', answers: places };
  return { kind: 'chosen', chosen: places.filter((place) => options[place]?.isRight) };
}
