import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { beginLookUp } from '#app/auth/slowing.ts';
import { findVisit, todayOf } from '#app/auth/visit.ts';
import { SummaryList } from '#app/components/content.tsx';
import { LookUpForm } from '#app/components/look-up.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { type Certificate, findCertificate } from '#app/data/certificates.ts';
import type { Database } from '#app/data/database.ts';
import { findPersonFacts, schoolPolicy } from '#app/data/facts.ts';
import type { Day } from '#app/domain/days.ts';
import { lookedUpInWords } from '#app/domain/quiz/certificate-words.ts';
import { lastingOf } from '#app/domain/quiz/valid-to.ts';
import { now } from '#app/platform/clock.ts';
import { normaliseCode } from '#app/platform/codes.ts';

export const meta = titled('Check a certificate');

/** The answer to too many look-ups says in its head, too, when to come back. */
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** Open to everybody who has a code, also when its holder has left; slow for whoever tries many. */
export async function loader(args: LoaderFunctionArgs) {
  const { database, clientAddress } = args.context;
  const visit = await findVisit(args);
  const page = {
    shell: visit && shellOf(visit),
    code: normaliseCode(args.params.code ?? '').slice(0, 40),
    answer: UNKNOWN,
    facts: [] as { name: string; value: string }[],
  };
  const waitSeconds = await beginLookUp(database, clientAddress, now());
  if (waitSeconds > 0) {
    const headers = { 'Retry-After': String(waitSeconds) };
    return data({ ...page, answer: TOO_OFTEN }, { status: 429, headers });
  }
  const certificate = findCertificate(database, page.code);
  if (!certificate) return data(page, { status: 404 });
  const on = visit?.today ?? todayOf(args.context);
  const { answer, facts } = lookedUpOn(database, certificate, on);
  return data({ ...page, answer, facts });
}

const UNKNOWN =
  'No certificate has this code. Check it against the paper: it may be mistyped, or not from here.';
const TOO_OFTEN = 'Too many codes were looked up from here. Wait five minutes, then try again.';

export default function VerifyPage() {
  const { shell, code, answer, facts } = useLoaderData<typeof loader>();
  return (
    <Page title="Check a certificate" shell={shell} answer={answer}>
      {facts.length > 0 ? (
        <SummaryList rows={facts.map(({ name, value }) => ({ key: name, value }))} />
      ) : null}
      <h2>{facts.length > 0 ? 'Check another' : 'Try again'}</h2>
      <LookUpForm code={facts.length > 0 ? undefined : code} />
    </Page>
  );
}

function lookedUpOn(database: Database, certificate: Certificate, on: Day) {
  const { school, personId, completed } = certificate;
  const person = findPersonFacts(database, school.id, personId);
  const policy = schoolPolicy(database, school.id);
  const lasting = person && lastingOf(policy, person, completed, on);
  return lookedUpInWords(certificate, lasting, on);
}
