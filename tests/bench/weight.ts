import { ask, type Page, requirePage } from './client.ts';

/** What a browser that has nothing of it yet fetches for a page. */
export type Weight = {
  name: string;
  requests: number;
  /** Over the wire, compressed, of the page and all that it names. */
  bytes: number;
  html: number;
  scripts: number;
  otherOrigins: string[];
  goal: number;
};

const NAMED = /<(link|script|img)\b[^>]*?\s(?:href|src)="([^"]+)"[^>]*>/g;
const FETCHED_LINKS = /rel="(?:stylesheet|preload|modulepreload|icon|manifest)"/;

/** The page, then its style sheets, scripts, pictures and fonts, each once. */
export async function weigh(name: string, page: Page, goal: number): Promise<Weight> {
  const answer = await ask(page);
  const html = requirePage(page, answer);
  const named = [...html.matchAll(NAMED)].filter(
    ([tag, kind]) => kind !== 'link' || FETCHED_LINKS.test(tag),
  );
  const urls = named.map(([, , url = '']) => new URL(url, page.address + page.path));
  const others = urls.filter(
    ({ origin, protocol }) => /^http/.test(protocol) && origin !== page.address,
  );
  const own = new Set(urls.filter((url) => url.origin === page.address).map(pathOf));
  const weight = {
    name,
    requests: 1 + own.size,
    bytes: answer.bytes.length,
    html: answer.bytes.length,
    scripts: named.filter(([, kind]) => kind === 'script').length,
    otherOrigins: others.map(({ origin }) => origin),
    goal,
  };
  for (const path of own) {
    const { status, bytes } = await ask({ ...page, path });
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    weight.bytes += bytes.length;
  }
  return weight;
}

function pathOf({ pathname, search }: URL): string {
  return pathname + search;
}

/** `name: 12.3 kB in 3 requests …`. */
export function tellWeight({
  name,
  bytes,
  html,
  requests,
  scripts,
  otherOrigins,
  goal,
}: Weight): string {
  const kB = (count: number) => `${(count / 1000).toFixed(1)} kB`;
  const others = otherOrigins.length === 0 ? 'nothing from elsewhere' : otherOrigins.join(', ');
  return `${name}: ${kB(bytes)} in ${requests} requests, ${kB(html)} of them the page, ${scripts} scripts, ${others} (goal ${kB(goal)})`;
}
