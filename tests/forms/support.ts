/** A form as a browser sends it. */
export function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

/** The three parts of a day as they are typed. */
export function typedDay(name: string, on: string): Record<string, string> {
  const [year = '', month = '', day = ''] = on.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}
