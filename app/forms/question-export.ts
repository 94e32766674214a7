import { QUESTION_FORMATS, type QuestionFormat } from './files/questions/write-questions.ts';

const WHOSE = ['own', 'shared', 'all'] as const;
/** The school's own questions, those that its trust shares, or both. */
export type Whose = (typeof WHOSE)[number];

/** Which questions an address asks for, as what; where it does not say, all as Moodle XML. */
export function readExport(
  params: URLSearchParams,
): { format: QuestionFormat; whose: Whose } | null {
  const format = known(params.get('format') ?? 'moodle', QUESTION_FORMATS);
  const whose = known(params.get('whose') ?? 'all', WHOSE);
  return format && whose ? { format, whose } : null;
}

function known<T extends string>(text: string, values: readonly T[]): T | null {
  return values.find((value) => value === text) ?? null;
}
