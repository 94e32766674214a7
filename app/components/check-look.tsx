import { fileKindInWords, type ShownFile } from '#app/domain/evidence/shown.ts';
import { EmptyState } from './content.tsx';

/** The evidence itself, as large as the page allows; each opens whole in a tab of its own. */
export function CheckLook({ files, name }: { files: readonly ShownFile[]; name: string }) {
  if (files.length === 0) {
    return (
      <EmptyState title="No file came with it">
        <p className="govuk-body">
          Go by what {name} wrote, or return it and ask for a photograph of the certificate.
        </p>
      </EmptyState>
    );
  }
  return files.map((file, index) => (
    <figure className="paper" key={file.href}>
      <a href={file.href} target="_blank" rel="noopener">
        <img
          className="paper__picture"
          src={file.previewHref}
          alt={`${file.name}, handed in by ${name}: opens whole, in a new tab`}
          loading={index === 0 ? 'eager' : 'lazy'}
        />
      </a>
      <figcaption className="paper__caption">
        {file.name}, {fileKindInWords(file)}.{' '}
        {file.mediaType === 'application/pdf' ? (
          <a className="govuk-link" href={file.href}>
            Open the PDF<span className="govuk-visually-hidden"> {file.name}</span>
          </a>
        ) : null}
      </figcaption>
    </figure>
  ));
}
