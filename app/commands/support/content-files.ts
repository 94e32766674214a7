import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isContentFile } from '#app/forms/files/read-content.ts';

/** The files of a school's folder that hold what it teaches, by their names in it. */
export function contentFilesIn(folder: string): Record<string, string> {
  const paths = [folder, join(folder, 'offer')].filter(existsSync).flatMap(filesIn);
  const named = paths.map((path) => [relative(folder, path).split(sep).join('/'), path] as const);
  const read = named
    .filter(([name]) => isContentFile(name))
    .map(([name, path]) => [name, readFileSync(path, 'utf8')]);
  return Object.fromEntries(read);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name));
}
