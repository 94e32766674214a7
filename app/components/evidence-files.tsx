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

/** A small picture of a file with its name, which opens the whole of it. */
export function FileLink({ file }: { file: ShownFile }) {
  return (
    <a className="file" href={file.href}>
      <img className="file__picture" src={file.previewHref} alt="" loading="lazy" />
      <span className="file__name">{file.name}</span>
      <span className="file__kind">{fileKindInWords(file)}</span>
    </a>
  );
}
