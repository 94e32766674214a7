import { inWords } from '../days.ts';
import { isToRead, type OwnReading } from './own-reading.ts';

/** Somebody of whom an edition is asked, and what they would confirm of it. */
type Asked = {
  person: { id: number; name: string };
  confirmable: OwnReading & { words: string; shown: string };
  canSignIn: boolean;
};

/** People who confirm the same words, and so sign under them on one sheet. */
export type SigningGroup = {
  words: string;
  parts: string[];
  people: { id: number; name: string; shown: string }[];
};

/** Who signs on paper, by the words that they confirm; and who does not, each with the reason. */
export type Signers = {
  groups: SigningGroup[];
  others: { id: number; name: string; why: string }[];
};

/** Those who cannot sign in and still have to declare it, and everybody else of whom it is asked. */
export function signersOf(asked: readonly Asked[]): Signers {
  const signing = asked.filter((one) => whyNotToSign(one) === null);
  const byWords = Map.groupBy(signing, ({ confirmable }) => confirmable.words);
  return {
    groups: [...byWords].map(([words, of]) => ({
      words,
      parts: of[0]?.confirmable.parts ?? [],
      people: of.map(({ person: { id, name }, confirmable: { shown } }) => ({ id, name, shown })),
    })),
    others: asked.flatMap((one) => {
      const why = whyNotToSign(one);
      return why === null ? [] : [{ id: one.person.id, name: one.person.name, why }];
    }),
  };
}

/** Why somebody does not sign on paper; null for whoever does. To follow their name. */
export function whyNotToSign({
  confirmable,
  canSignIn,
}: Pick<Asked, 'confirmable' | 'canSignIn'>): string | null {
  const { declaredOn } = confirmable;
  if (declaredOn !== null && !isToRead(confirmable)) return `declared on ${inWords(declaredOn)}`;
  return canSignIn ? 'can sign in, and declares it on their own page' : null;
}
