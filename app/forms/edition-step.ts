import { withAnotherPart } from './edition-parts.ts';
import { typedValues } from './fields.ts';
import type { FormValues } from './parsed.ts';

/** The form again with room for one part more, where that button was pressed; null for saving. */
export function withPartAdded(form: FormData): FormValues | null {
  return form.get('step') === 'add-part' ? withAnotherPart(typedValues(form)) : null;
}
