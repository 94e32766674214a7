import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Which folders of app each folder may import from; its own it always may. */
const ARROWS: Record<string, string[]> = {
  routes: ['auth', 'charts', 'components', 'data', 'domain', 'forms', 'operations', 'platform'],
  commands: ['auth', 'data', 'domain', 'forms', 'operations', 'platform', 'db', 'tests'],
  // The root, the entries and the list of routes draw what the routes hand them.
  '': ['charts', 'components', 'domain', 'platform', 'styles'],
  operations: ['data', 'domain', 'platform'],
  auth: ['data', 'domain', 'platform'],
  data: ['domain', 'platform', 'db'],
  forms: ['domain'],
  components: ['domain'],
  charts: ['components', 'domain'],
  platform: ['domain'],
  domain: [],
  db: ['domain'],
};

/**
 * Auth says who acts and answers what an act was refused for, and takes in whose files come with a
 * form: it knows that one file of operations and that one of forms.
 */
const ALSO: Record<string, string[]> = {
  auth: ['#app/operations/act.ts', '#app/forms/evidence-upload.ts'],
};

/** Packages that only one place may know. */
const KEPT: Record<string, RegExp> = {
  'drizzle-orm': /^(app\/data\/|db\/)/,
  'better-sqlite3': /^app\/data\//,
  lucia: /^app\/auth\/session\.ts$/,
  recharts: /^app\/charts\//,
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

const sources = [...filesIn('app'), 'db/schema.ts'].map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|js)$/.test(file))
    .map((file) => join(folder, file));
}

function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The folder of the project that an import leads to; null: a package. */
function folderOf(from: string, target: string): string | null {
  if (!/^[#.]/.test(target)) return null;
  const path = target.startsWith('#') ? target.slice(1) : normalize(join(dirname(from), target));
  return layerOf(path);
}

function layerOf(path: string): string {
  const [top = '', folder = '', ...rest] = path.split('/');
  if (top !== 'app') return top;
  return rest.length > 0 ? folder : '';
}

function faultsOf({ file, text }: { file: string; text: string }): string[] {
  const from = layerOf(file);
  return importsOf(text).flatMap((target) => {
    const to = folderOf(file, target);
    if (to === null) return isKeptElsewhere(file, target) ? [`${file} imports ${target}`] : [];
    const isArrow = to === from || ARROWS[from]?.includes(to) || ALSO[from]?.includes(target);
    return isArrow ? [] : [`${file} imports ${target}`];
  });
}

function isKeptElsewhere(file: string, target: string): boolean {
  const name = Object.keys(KEPT).find((kept) => target === kept || target.startsWith(`${kept}/`));
  return name !== undefined && !KEPT[name]?.test(file);
}

test('every import follows the arrows between the folders', () => {
  expect(sources.flatMap(faultsOf)).toEqual([]);
});

test('imports are found in whichever way they are written', () => {
  const text = `import a from 'one';\nimport {\n  b,\n} from "two";\nexport * from './three.ts';
import './four.scss';\nconst five = await import('five');\nimport type { S } from '#app/six.ts';`;
  const found = ['one', 'two', './three.ts', './four.scss', 'five', '#app/six.ts'];
  expect(importsOf(text).sort()).toEqual(found.sort());
});

test('only the clock asks the machine what time it is', () => {
  const asking = sources
    .filter(({ file }) => file !== 'app/platform/clock.ts')
    .filter(({ text }) => /\bnew Date\(|\bDate\.now\(|\bTemporal\.Now\b/.test(text))
    .map(({ file }) => file);
  expect(asking).toEqual([]);
});
