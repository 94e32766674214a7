import { putIntoSearch, removeFromSearch, setRetired } from '#app/data/offer-changes.ts';
import { type Act, carryOut, Refusal } from './act.ts';
import { requireSection } from './require-section.ts';

/** Takes a section out of the offer from today on; what it said is kept. Throws Refusal. */
export function retireSection(
  act: Act,
  { sectionId, why }: { sectionId: number; why: string },
): Promise<{ sectionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const { published, retiredFrom } = requireSection(transaction, act, sectionId);
    if (!published) throw new Refusal('conflict', 'Nothing of this section is published yet');
    if (retiredFrom !== null) throw new Refusal('conflict', 'This section is retired already');
    setRetired(transaction, sectionId, act.today);
    removeFromSearch(transaction, sectionId);
    audit({
      action: 'section.retired',
      about: published.title,
      after: { retiredFrom: act.today },
      why,
    });
    return { sectionId };
  });
}

/** Makes a retired section part of the offer again, with what it said last. Throws Refusal. */
export function bringSectionBack(
  act: Act,
  { sectionId }: { sectionId: number },
): Promise<{ sectionId: number }> {
  return carryOut(act, (transaction, audit) => {
    const { published, retiredFrom } = requireSection(transaction, act, sectionId);
    if (!published || retiredFrom === null) {
      throw new Refusal('conflict', 'This section is part of the offer already');
    }
    setRetired(transaction, sectionId, null);
    putIntoSearch(transaction, sectionId, published);
    audit({ action: 'section.brought-back', about: published.title, before: { retiredFrom } });
    return { sectionId };
  });
}
