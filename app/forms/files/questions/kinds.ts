const CLOZE = 'It is a text with gaps (Cloze), which quizzes here do not have.';
const TYPED = 'It asks for an answer to be typed. Here answers are chosen.';

/** Why a kind of question that Moodle and others have is not taken. */
const WHY = new Map([
  ['description', 'It is a text to be read, with nothing to answer.'],
  ['essay', 'It asks for an essay. Here answers are chosen, so that they can be marked at once.'],
  ['shortanswer', TYPED],
  ['numerical', 'It asks for a number to be typed. Here answers are chosen.'],
  ['multianswer', CLOZE],
  ['cloze', CLOZE],
  ['random', 'It stands for any question of a category and says nothing itself.'],
  ['randomsamatch', 'It is made of other questions that ask for an answer to be typed.'],
]);

/** In a sentence. */
export function kindNotRead(type: string): string {
  const why = WHY.get(type);
  if (why !== undefined) return why;
  if (/^(dd|gapselect)/.test(type)) {
    return 'It has words or pictures dragged into gaps, which cannot be done here.';
  }
  if (type.startsWith('calculated')) {
    return 'It asks for a result to be reckoned. Here answers are chosen.';
  }
  return `It is of a kind that is not read: “${type.slice(0, 40)}”.`;
}
