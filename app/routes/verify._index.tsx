import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shellOf } from '#app/auth/shell.ts';
import { findVisit } from '#app/auth/visit.ts';
import { LookUpForm } from '#app/components/look-up.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { parseLookUp } from '#app/forms/attempt.ts';
import { normaliseCode } from '#app/platform/codes.ts';

export const meta = titled('Check a certificate');

/** Open to everybody; a code that was typed leads to its own page. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await findVisit(args);
  const shell = visit && shellOf(visit);
  const query = new URL(args.request.url).searchParams;
  if (!query.has('code')) return { shell, errors: [], code: '' };
  const parsed = parseLookUp(query);
  const code = parsed.ok ? normaliseCode(parsed.command.code) : '';
  if (code) throw redirect(`/verify/${encodeURIComponent(code)}`, 303);
  const errors = parsed.ok ? [{ field: 'code', message: UNREADABLE }] : parsed.errors;
  return data({ shell, errors, code: query.get('code') ?? '' }, { status: 422 });
}

const UNREADABLE = 'Enter the code as it stands on the certificate, such as K7Q2-M4XD-9TRA';

export default function LookUpPage() {
  const { shell, errors, code } = useLoaderData<typeof loader>();
  return (
    <Page title="Check a certificate" shell={shell} errors={errors}>
      <p className="govuk-body">
        Every certificate of a quiz has a code, under its QR code. Here you see whether it is valid.
      </p>
      <LookUpForm errors={errors} code={code} />
    </Page>
  );
}
