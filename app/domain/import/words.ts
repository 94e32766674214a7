/** Ways of comparing what people type: never by likeness, only by what makes no difference. */

const REMEMBERED = 2_000;

/** A heading or title as it is compared: `E-mail address` and `email  Address` are not apart. */
export const sameWords = remembered((text) =>
  plain(text)
    .replace(/e-mail/g, 'email')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim(),
);

/** A name as it is compared: case, spaces and the shape of an apostrophe make no difference. */
export const sameName = remembered((text) => plain(text).replace(/\s+/g, ' ').trim());

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .toLowerCase();
}

const TITLE = /^(mr|mrs|miss|ms|mx|dr|prof|rev|sir)\.?\s+(?=\S)/i;

/** "Marsh, Zoë", "Ms Zoë Marsh" and "Zoë Marsh" are one name; a single word is a last name. */
export const splitName = remembered((text): { firstName: string; lastName: string } => {
  const tidy = text.replace(/\s+/g, ' ').trim();
  const [last = '', first] = tidy.split(/\s*,\s*/, 2);
  if (first !== undefined) return { firstName: first.replace(TITLE, ''), lastName: last };
  const words = tidy.replace(TITLE, '').split(' ');
  const lastName = words.pop() ?? '';
  return { firstName: words.join(' '), lastName };
});

export function fullName(person: { firstName: string; lastName: string }): string {
  return `${person.firstName} ${person.lastName}`.trim();
}

/** The same few words and names stand in a file hundreds of thousands of times. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const fresh = read(text);
    known.set(text, fresh);
    return fresh;
  };
}
