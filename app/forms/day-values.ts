import type { Day } from '#app/domain/days.ts';
import type { FormValues } from './parsed.ts';

/** A day as the three fields of a form hold it. */
export function dayValues(name: string, day: Day | null): FormValues {
  const [year = '', month = '', dayOfMonth = ''] = (day ?? '').split('-');
  const plain = (text: string) => (text === '' ? '' : String(Number(text)));
  return {
    [`${name}-day`]: plain(dayOfMonth),
    [`${name}-month`]: plain(month),
    [`${name}-year`]: year,
  };
}
