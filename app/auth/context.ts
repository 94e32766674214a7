import type { Database } from '#app/data/database.ts';
import type { Day } from '#app/domain/days.ts';
import type { Settings } from '#app/platform/env.ts';
import type { Evidence } from '#app/platform/evidence/examiner.ts';

/** What the server hands to every loader and action. */
export type AppContext = {
  database: Database;
  settings: Settings;
  /** Looks at what is handed in, and where it is kept. */
  evidence: Evidence;
  /** For the Content-Security-Policy of this response. */
  nonce: string;
  /** Named in the log and on an error page. */
  requestId: string;
  clientAddress: string;
  isDemo: boolean;
  /** Is this asked for as data (`….data`), and not as a page or a file? */
  isDataRequest: boolean;
  /** The day that the request itself asks for; only ever set in demo mode. */
  requestedDay: Day | null;
  /** Tells the log what nobody expected, under this request's id. */
  report: (error: unknown) => void;
  /** Was the storage's trouble, or a body that cannot be read, among what was reported? */
  trouble: () => 'storage' | 'malformed-body' | null;
};

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends AppContext {}
  /** What a loader returns reaches the page with its own types. */
  interface Future {
    v3_singleFetch: true;
  }
}
