import { TOPICS, topicLabel } from '#app/domain/offer/topics.ts';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 60;

/** Can a question be known by this? */
export function isKey(text: string): boolean {
  return KEY.test(text) && text.length <= LONGEST;
}

/** A name as a key: "Whom do you tell?", "whom-do-you-tell"; empty where no letter can be kept. */
export function keyOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-');
  return words.slice(0, LONGEST).replace(/^-+|-+$/g, '');
}

/** The key with the first number that makes it one of its own. */
export function freeKey(wanted: string, isTaken: (key: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  const start = wanted.slice(0, LONGEST - 5).replace(/-+$/, '');
  for (let number = 2; ; number++) {
    const key = `${start}-${number}`;
    if (!isTaken(key)) return key;
  }
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
