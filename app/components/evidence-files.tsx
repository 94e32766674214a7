import { fileKindInWords, type ShownFile } from '#app/domain/evidence/shown.ts';

/** The files behind something, each as a small picture that opens the whole of it. */
export function EvidenceFiles({ files }: { files: readonly ShownFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.href} className="files__item">
          <FileLink file={file} />
        </li>
      ))}
    </ul>
  );
}

type FileLinkProps = {
  file: ShownFile;
  /** Beside what somebody types, which going there and back would lose. */
  isInForm?: boolean;
};

/** A small picture of a file with its name, which opens the whole of it. */
export function FileLink({ file, isInForm = false }: FileLinkProps) {
  const apart = isInForm ? { target: '_blank', rel: 'noopener' } : {};
  return (
    <a className="file" href={file.href} {...apart}>
      <img className="file__picture" src={file.previewHref} alt="" loading="lazy" />
      <span className="file__name">{file.name}</span>
      <span className="file__kind">
        {fileKindInWords(file)}
        {isInForm ? <span className="govuk-visually-hidden">, opens in a new tab</span> : null}
      </span>
    </a>
  );
}
