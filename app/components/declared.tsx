import { inWords } from '#app/domain/days.ts';
import type { HistoryEntry } from '#app/domain/history.ts';
import { type Declaration, onBehalfInWords } from '#app/domain/publications/declaration.ts';
import { partsInWords } from '#app/domain/publications/declaration-words.ts';
import { Details } from './content.tsx';

type DeclaredProps = {
  entry: Pick<HistoryEntry, 'evidence' | 'edition' | 'recordedBy' | 'declaration'>;
};

/** What was declared, word for word; or that it was entered with no words kept. */
export function Declared({ entry }: DeclaredProps) {
  const { evidence, edition, recordedBy, declaration } = entry;
  if (declaration) return <Kept declaration={declaration} edition={edition} />;
  if (evidence !== 'declaration' || edition === null) return null;
  return (
    <p className="timeline__text">
      Recorded by {recordedBy ?? 'an import'}: no words were kept with it.
    </p>
  );
}

function Kept({ declaration, edition }: { declaration: Declaration; edition: string | null }) {
  const { words, parts, declaredOn, fileSha256, link } = declaration;
  const onBehalf = onBehalfInWords(declaration);
  return (
    <>
      {onBehalf ? <p className="timeline__text">{onBehalf}</p> : null}
      <Details summary="What was declared">
        <blockquote className="declared__words">{words}</blockquote>
        <p>
          {edition}, {partsInWords(parts)}, declared on {inWords(declaredOn)}.
        </p>
        {link ? <p className="declared__from">It was read at {link}</p> : null}
        {fileSha256 ? (
          <p className="declared__from">
            It was read in the file that the school keeps with the SHA-256 {fileSha256}
          </p>
        ) : null}
      </Details>
    </>
  );
}
