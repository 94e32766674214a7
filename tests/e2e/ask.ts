import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export type Answered = { status: number; headers: IncomingHttpHeaders; text: string };

export type Asked = {
  method?: string;
  /** A cookie as `cookieOf` answers it. */
  cookie?: string | null;
  headers?: Record<string, string>;
  /** Fields of a form, or a body as it stands. */
  form?: Record<string, string> | [string, string][] | string | Buffer;
};

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/**
 * Asks without a browser: nothing is followed, and every header is sent as it stands. A form goes as
 * from a page of ours, unless the headers say something else of where it comes from.
 */
export function ask(app: { address: string }, path: string, asked: Asked = {}): Promise<Answered> {
  const { hostname, port } = new URL(app.address);
  const isForm = asked.form !== undefined;
  const method = asked.method ?? (isForm ? 'POST' : 'GET');
  const body = bodyOf(asked.form);
  const headers: Record<string, string> = {
    ...(isForm && { Origin: app.address, 'Content-Type': 'application/x-www-form-urlencoded' }),
    ...(asked.cookie && { Cookie: asked.cookie }),
    ...(body !== null && { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...asked.headers,
  };
  for (const [name, value] of Object.entries(headers)) if (value === '') delete headers[name];
  return new Promise((resolve, reject) => {
    const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('error', reject).on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

function bodyOf(form: Asked['form']): string | Buffer | null {
  if (form === undefined) return null;
  if (typeof form === 'string' || Buffer.isBuffer(form)) return form;
  return new URLSearchParams(form).toString();
}

/** The cookie that an answer sets, as a browser would send it back; null where it sets none. */
export function cookieOf({ headers }: Answered): string | null {
  return headers['set-cookie']?.[0]?.split(';', 1)[0] ?? null;
}

/** A new sign-in as one of the demo's people; null for `signed out`. */
export async function cookieFor(app: { address: string }, persona: string): Promise<string | null> {
  if (persona === 'signed out') return null;
  const cookie = cookieOf(await ask(app, '/sign-in', { form: { persona } }));
  if (cookie === null) throw new Error(`${persona} cannot sign in`);
  return cookie;
}

/** What no answer may show: stacks, SQL, paths of files, names of our own things. */
export const INNER =
  /\bat \S+ \(|node:internal|node_modules|\/app\/\w|\.tsx?:\d|SQLITE|SqliteError|SELECT |INSERT INTO|\bTypeError\b|better-sqlite3|drizzle/;
