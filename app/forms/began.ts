/**
 * What the writer of a form began from, as `beginningOf` or `beginningOfQuiz` names it; nothing, which
 * no words are, where the form does not say.
 */
export function readBegan(form: FormData): string {
  const began = form.get('began');
  return typeof began === 'string' ? began : '';
}
