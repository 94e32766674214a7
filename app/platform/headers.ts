import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Settings } from './env.ts';
import { localsOf } from './request.ts';

const TWO_YEARS_IN_SECONDS = 63_072_000;

const UNUSED_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** The headers of OWASP's secure-headers list, on every answer. */
export function secureHeaders(settings: Settings, isDev: boolean): RequestHandler[] {
  const transport = { maxAge: TWO_YEARS_IN_SECONDS, includeSubDomains: true };
  const common = helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    // Not `no-referrer`: browsers then send `Origin: null` with our own forms, and where they send
    // no Sec-Fetch-Site the cross-site guard has nothing else to go by.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: settings.isSecure ? transport : false,
    xFrameOptions: { action: 'deny' },
  });
  const permissions = UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ');
  return [
    common,
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', permissions);
      const { nonce } = localsOf(response);
      response.setHeader('Content-Security-Policy', policyOf(nonce, settings, isDev));
      replaceByRoute(response);
      next();
    },
  ];
}

const SINGLE = /^(content-security-policy|cross-origin-resource-policy|x-content-type-options)$/i;

/** What a route says of itself stands in place of what is said here, and not beside it. */
function replaceByRoute(response: Response): void {
  const append = response.append.bind(response);
  response.append = (name, value) =>
    SINGLE.test(name) ? response.set(name, value) : append(name, value);
}

/** Scripts and styles are our own files, or carry this response's nonce; nothing else runs. */
function policyOf(nonce: string, settings: Settings, isDev: boolean): string {
  // Vite's reloading client puts styles into the page itself and talks by web socket.
  const styles = isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(settings.isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
