import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeXmlEntities } from './html.ts';
import { UnreadableQuestions } from './said.ts';

/** An element: its text under `#text`, its attributes under `@name`, its children under their names. */
export type Element = { [name: string]: unknown };

const MOST_DEEP = 20;

/** The root element of an XML file and its name. Throws `UnreadableQuestions` with what to do. */
export function parseXml(text: string): { name: string; root: Element } {
  if (definesEntities(text)) throw new UnreadableQuestions(HAS_DOCTYPE);
  requireWhole(text);
  const [entry] = Object.entries(parsed(text)).filter(([name]) => isElementName(name));
  const [name = '', value] = entry ?? [];
  const root = elements(value)[0];
  if (!root) throw new UnreadableQuestions('The file holds no question.');
  return { name, root };
}

/** The children of this name. */
export function kids(parent: Element | undefined, name: string): Element[] {
  return elements(parent?.[name]);
}

export function firstKid(parent: Element | undefined, name: string): Element | undefined {
  return kids(parent, name)[0];
}

/** The text of an element itself. */
export function textIn(element: Element | undefined): string {
  const text = element?.['#text'];
  return typeof text === 'string' ? text : '';
}

export function attribute(element: Element | undefined, name: string): string {
  const value = element?.[`@${name}`];
  return typeof value === 'string' ? value : '';
}

/** Is an element in it where only text belongs, such as HTML that was not marked as text? */
export function hasElementsIn(element: Element, name: string): boolean {
  return Object.keys(element)
    .filter(isElementName)
    .some((child) =>
      kids(element, child).some((one) =>
        child === name ? Object.keys(one).some(isElementName) : hasElementsIn(one, name),
      ),
    );
}

function isElementName(name: string): boolean {
  return !/^[#@?]/.test(name);
}

function elements(value: unknown): Element[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'object' && one !== null) as Element[];
}

const HAS_DOCTYPE =
  'The file defines names of its own (a DOCTYPE), which no file of questions needs and which can hide harm. It was not read. Export the questions from Moodle again.';
const OPENING = /<!(?:--|\[CDATA\[|doctype|entity)/gi;

/** Looked for before anything is parsed; what stands in comments and CDATA is only text. */
function definesEntities(text: string): boolean {
  let from = 0;
  while (true) {
    OPENING.lastIndex = from;
    const found = OPENING.exec(text)?.[0];
    if (found === undefined) return false;
    if (/^<!(doctype|entity)/i.test(found)) return true;
    const end = text.indexOf(found === '<!--' ? '-->' : ']]>', OPENING.lastIndex);
    if (end === -1) return false;
    from = end;
  }
}

function requireWhole(text: string): void {
  const checked = XMLValidator.validate(text);
  if (checked === true) return;
  const { msg, line } = checked.err;
  if (/^(Unclosed tag|Invalid '\[)|open quote\.$/.test(msg)) throw new UnreadableQuestions(CUT_OFF);
  const stood = text.split('\n')[line - 1]?.trim().slice(0, 60) ?? '';
  throw new UnreadableQuestions(
    `Line ${line} cannot be read as XML: “${stood}”. Nothing was taken. Export the questions again.`,
  );
}

const CUT_OFF =
  'The file ends before all that it opens is closed, as if it was cut off on its way. Nothing was taken. Export the questions again.';

const LISTS = new Set(['question', 'answer', 'subquestion', 'tag']);

function parsed(text: string): Element {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    alwaysCreateTextNode: true,
    trimValues: false,
    parseTagValue: false,
    isArray: (name) => LISTS.has(name),
    maxNestedTags: MOST_DEEP,
    entityDecoder: {
      decode: decodeXmlEntities,
      setExternalEntities: () => {},
      addInputEntities: () => {},
      reset: () => {},
      setXmlVersion: () => {},
    },
  });
  try {
    return parser.parse(text);
  } catch {
    // It is whole, as was asked before; what is left are the parser's own limits.
    throw new UnreadableQuestions(
      `The file is built as no Moodle file is: more than ${MOST_DEEP} elements in each other, or names that are not allowed. Nothing was taken.`,
    );
  }
}
