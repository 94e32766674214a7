import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** As a browser asks, which takes answers compressed. */
const ASKED = {
  accept: 'text/html',
  'accept-encoding': 'gzip, deflate, br',
  'sec-fetch-site': 'none',
};

/** Where something is asked for, as whom, and what its body must hold. */
export type Page = { address: string; path: string; cookie: string; marker: string };

export type Answered = { status: number; headers: IncomingHttpHeaders; bytes: Buffer };

const agent = new Agent({ keepAlive: true, maxSockets: 50 });

/** One request; the bytes are those that came over the wire. */
export function ask({ address, path, cookie }: Omit<Page, 'marker'>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = cookie === '' ? ASKED : { ...ASKED, cookie };
    const request = get(`${address}${path}`, { agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, bytes: Buffer.concat(parts) });
      });
    });
    request.on('error', reject);
  });
}

/** How long each of `count` requests took, `atOnce` at a time. Throws where one is not the page. */
export async function timed(page: Page, count: number, atOnce = 1): Promise<number[]> {
  const samples: number[] = [];
  const answers: Answered[] = [];
  let left = count;
  const work = async () => {
    while (left-- > 0) {
      const from = performance.now();
      answers.push(await ask(page));
      samples.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const answer of answers) requirePage(page, answer);
  return samples;
}

/** Throws where the answer is not the page that was asked for. */
export function requirePage({ path, marker }: Page, answer: Answered): string {
  const text = textOf(answer);
  if (answer.status !== 200)
    throw new Error(`${path} was answered with ${answer.status}:\n${text}`);
  if (!text.includes(marker)) throw new Error(`${path} does not hold ${marker}:\n${text}`);
  return text;
}

function textOf({ headers, bytes }: Answered): string {
  const encoding = headers['content-encoding'];
  if (encoding === 'br') return brotliDecompressSync(bytes).toString();
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}

/** Signs somebody in by the button that they have in a demo. Answers their cookie. */
export async function signIn(address: string, persona: string): Promise<string> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ persona }),
  });
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  if (answer.status !== 303 || cookie === '') throw new Error(`${persona} cannot sign in`);
  return cookie;
}
