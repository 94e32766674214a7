import { isBlank, LONGEST, longFaults, type QuestionFault, textFaults } from './fault-parts.ts';
import { optionsFaults } from './option-faults.ts';
import type { Question } from './question.ts';

/** What must be true of a question and is not, in the order of the form. */
export function findQuestionFaults(question: Question): QuestionFault[] {
  const { topic, section, text, source } = question;
  return [
    ...keyFaults('topic', 'topic', topic),
    ...keyFaults('section', 'section of the offer', section),
    ...storyFaults(question),
    ...textFaults('text', 'the question', text, LONGEST.text),
    ...optionsFaults(question),
    ...textFaults(
      'source.document',
      'the document that it comes from',
      source.document,
      LONGEST.source,
    ),
    ...textFaults('source.place', 'the place in the document', source.place, LONGEST.source),
  ];
}

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function keyFaults(field: string, what: string, key: string): QuestionFault[] {
  if (isBlank(key)) return [{ field, message: `Choose the ${what}` }];
  if (!KEY.test(key)) {
    const message = `Write the ${what} in small letters, digits and hyphens, like early-help`;
    return [{ field, message }];
  }
  return longFaults(field, `the ${what}`, key, LONGEST.key);
}

function storyFaults({ type, story }: Question): QuestionFault[] {
  const told = story ?? '';
  if (type === 'scenario') {
    return textFaults('story', 'what happens in the scenario', told, LONGEST.story);
  }
  if (isBlank(told)) return [];
  return [{ field: 'story', message: 'Only a scenario says what happens: leave this empty' }];
}
