import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { findHome } from '#app/auth/visit.ts';

/** The start page leads to the page that answers this account's question first. */
export async function loader(args: LoaderFunctionArgs) {
  return redirect(await findHome(args), 303);
}
