/**
 * The address that a link of the offer may have, as it is; null for every other. What is not known to
 * be harmless is none: an address on the web, of a mailbox, a telephone number, or a page of this
 * site. What leads elsewhere in disguise (`//evil`, `/\evil`, `java\nscript:`) is none of these.
 */
export function safeHref(href: string): string | null {
  if (SPACE_OR_CONTROL.test(href) || href.includes('\\')) return null;
  return ALLOWED.some((form) => form.test(href)) ? href : null;
}

const SPACE_OR_CONTROL = /[\s\p{Cc}\p{Cf}]/u;
const ALLOWED = [/^https?:\/\/[\p{L}\p{N}]/iu, /^mailto:[^/]/i, /^tel:[+\d]/i, /^\/(?!\/)/];

/** Where pressing a telephone number leads; null where it holds other things than a number. */
export function telHref(telephone: string): string | null {
  if (!TELEPHONE.test(telephone)) return null;
  const digits = telephone.replace(/\(0\)|[^\d+]/g, '');
  return digits.replace('+', '').length < 3 ? null : `tel:${digits}`;
}

const TELEPHONE = /^\+?[\d\s()-]+$/;
