/** Ways of comparing what people type: never by likeness, only by what makes no difference. */

/** A heading or title as it is compared: `E-mail address` and `email  Address` are not apart. */
export function sameWords(text: string): string {
  return plain(text)
    .replace(/e-mail/g, 'email')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** A name as it is compared: case, spaces and the shape of an apostrophe make no difference. */
export function sameName(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .toLowerCase();
}

const TITLE = /^(mr|mrs|miss|ms|mx|dr|prof|rev|sir)\.?\s+(?=\S)/i;

/** "Marsh, Zoë", "Ms Zoë Marsh" and "Zoë Marsh" are one name; a single word is a last name. */
export function splitName(text: string): { firstName: string; lastName: string } {
  const tidy = text.replace(/\s+/g, ' ').trim();
  const [last = '', first] = tidy.split(/\s*,\s*/, 2);
  if (first !== undefined) return { firstName: first.replace(TITLE, ''), lastName: last };
  const words = tidy.replace(TITLE, '').split(' ');
  const lastName = words.pop() ?? '';
  return { firstName: words.join(' '), lastName };
}

export function fullName(person: { firstName: string; lastName: string }): string {
  return `${person.firstName} ${person.lastName}`.trim();
}
