import { parseDocument } from 'yaml';

export type YamlText = { ok: true; value: unknown } | { ok: false; faults: string[] };

const NO_ALIASES = 'write everything out: parts marked with & and repeated with * are not read';

/** What a YAML text says, or what is wrong with how it is written. */
export function readYamlText(text: string): YamlText {
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.map(({ message }) => message.split('\n')[0] ?? ''),
    };
  }
  try {
    // Aliases could make a small file a very large one.
    return { ok: true, value: document.toJS({ maxAliasCount: 0 }) };
  } catch (error) {
    if (error instanceof ReferenceError) return { ok: false, faults: [NO_ALIASES] };
    throw error;
  }
}
