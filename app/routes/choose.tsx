import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/auth/answers.ts';
import type { OpenPlace } from '#app/auth/places.ts';
import { safePath } from '#app/auth/safe-path.ts';
import { requireArrival } from '#app/auth/visit.ts';
import { Button } from '#app/components/button.tsx';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { readPlaceKey } from '#app/forms/accounts.ts';
import { choosePlace } from '#app/operations/choose-place.ts';

export const meta = titled('Choose where');

export async function loader(args: LoaderFunctionArgs) {
  const { opens, account } = await requireArrival(args);
  const next = safePath(new URL(args.request.url).searchParams.get('next'));
  const places = opens.places.map((place) => ({ key: keyOf(place), label: place.label }));
  return { places, next, name: account.name };
}

export async function action(args: ActionFunctionArgs) {
  const { signIn, opens } = await requireArrival(args);
  const form = await args.request.formData();
  const place = opens.places.find((one) => keyOf(one) === readPlaceKey(form));
  if (!place) throw notFound();
  await choosePlace(args.context.database, signIn.idHash, place);
  return redirect(safePath(form.get('next')) ?? place.home, 303);
}

function keyOf({ personId, schoolId }: OpenPlace): string {
  if (personId !== null) return `person-${personId}`;
  return schoolId === null ? 'trust' : `school-${schoolId}`;
}

export default function Choose() {
  const { places, next, name } = useLoaderData<typeof loader>();
  return (
    <Page title="Where do you want to go?" shell={null}>
      <p className="govuk-body">
        {name}, your account opens more than one place. You can change at any time.
      </p>
      <form method="post" action="/choose">
        {next ? <input type="hidden" name="next" value={next} /> : null}
        {places.map(({ key, label }) => (
          <p key={key}>
            <Button kind="secondary" name="place" value={key}>
              {label}
            </Button>
          </p>
        ))}
      </form>
      <form method="post" action="/sign-out">
        <Button kind="secondary" isSmall>
          Sign out
        </Button>
      </form>
    </Page>
  );
}
