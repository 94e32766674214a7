/** How the matrix was left, kept in this browser: the page opens as it was. */
const COOKIE = 'indate-matrix';

/** The query that was shown last, or nothing. */
export function matrixWasLeft(cookies: string | null): string {
  for (const cookie of (cookies ?? '').split(';')) {
    const [name, value = ''] = cookie.trim().split('=');
    if (name === COOKIE) return new URLSearchParams(decoded(value)).toString();
  }
  return '';
}

export function rememberMatrix(query: string): string {
  const value = encodeURIComponent(query);
  return `${COOKIE}=${value}; Path=/dsl/matrix; HttpOnly; SameSite=Lax; Max-Age=31536000`;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
