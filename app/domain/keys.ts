/**
 * The key by which files and addresses know something that is called so: "Head of kitchen" is
 * `head-of-kitchen`, or `head-of-kitchen-2` where that is taken.
 */
export function freeKey(
  words: string,
  taken: ReadonlySet<string>,
  { otherwise, longest = 60 }: { otherwise: string; longest?: number },
): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = cut(plain.replace(/[^a-z0-9]+/g, '-'), longest) || otherwise;
  let key = slug;
  for (let number = 2; taken.has(key); number++) {
    key = `${cut(slug, longest - String(number).length - 1)}-${number}`;
  }
  return key;
}

function cut(slug: string, longest: number): string {
  return slug.replace(/^-/, '').slice(0, longest).replace(/-$/, '');
}
