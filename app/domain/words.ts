/** "1 person", "4 people", "no people". The plural is given: English has too many. */
export function counted(n: number, one: string, many: string): string {
  if (n === 0) return `no ${many}`;
  return `${n} ${n === 1 ? one : many}`;
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** With a full stop, where it has no end of its own. */
export function withStop(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** With a capital at its beginning. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1);
}
