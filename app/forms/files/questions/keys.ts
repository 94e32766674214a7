import { freeKey } from '#app/domain/keys.ts';
import { TOPICS, topicLabel } from '#app/domain/offer/topics.ts';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 60;

/** Can a question be known by this? */
export function isKey(text: string): boolean {
  return KEY.test(text) && text.length <= LONGEST;
}

const NONE_TAKEN: ReadonlySet<string> = new Set();

function keyOf(name: string): string {
  return freeKey(name, NONE_TAKEN, { otherwise: '', longest: LONGEST });
}

const BY_NAME = new Map<string, string>(
  TOPICS.flatMap((topic) => [
    [topic, topic],
    [keyOf(topicLabel(topic)), topic],
  ]),
);

/** The topic that a category such as "$course$/top/Safeguarding/Prevent" names, the innermost first. */
export function topicOfCategory(path: string): string | null {
  const names = path.split('/').reverse();
  return names.map((name) => BY_NAME.get(keyOf(name))).find((topic) => topic !== undefined) ?? null;
}
