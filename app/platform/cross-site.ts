/** What a request says of where it comes from. */
export type Sent = { method: string; secFetchSite?: string; origin?: string };

const READING = ['GET', 'HEAD'];

/**
 * May this request change something? Browsers say with Sec-Fetch-Site whether a page of ours sent
 * it. Where they do not (plain http inside a school), Origin must be ours. Nothing said: no.
 */
export function isOurOwn({ method, secFetchSite, origin }: Sent, ourOrigin: string): boolean {
  if (READING.includes(method)) return true;
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin';
  return origin === ourOrigin;
}
