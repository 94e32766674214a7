import { findOffer } from '#app/data/offer.ts';
import { saveOffer } from '#app/data/offer-changes.ts';
import type { FrontDoor } from '#app/domain/offer/section.ts';
import { type Act, carryOut, requireSchool } from './act.ts';

export type OfferSettings = { name: string; frontDoor: FrontDoor | null };

/** Changes what the offer is called, and where the local authority takes what is told to it. */
export function changeOffer(act: Act, settings: OfferSettings): Promise<{ schoolId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const before = findOffer(transaction, schoolId);
    saveOffer(transaction, schoolId, settings);
    audit({ action: 'offer.changed', about: settings.name, before, after: settings });
    return { schoolId };
  });
}
