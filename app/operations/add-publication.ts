import { addPublication as writePublication } from '#app/data/publication-changes.ts';
import { listPublicationsShown } from '#app/data/publications.ts';
import { freeKey } from '#app/domain/keys.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

/** Adds a document that people read and declare; its editions are added one by one. Throws Refusal. */
export function addPublication(
  act: Act,
  { title }: { title: string },
): Promise<{ publicationId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const known = listPublicationsShown(transaction, schoolId);
    const same = title.toLocaleLowerCase('en-GB');
    if (known.some((one) => one.title.toLocaleLowerCase('en-GB') === same)) {
      throw new Refusal('wrong', `There is a publication called ${title} already`, 'title');
    }
    const key = freeKey(title, new Set(known.map((one) => one.key)), { otherwise: 'document' });
    const publicationId = writePublication(transaction, schoolId, { key, title });
    audit({ action: 'publication.added', about: title, after: { id: publicationId, title } });
    return { publicationId };
  });
}
