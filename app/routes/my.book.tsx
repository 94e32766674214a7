import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireOwnVisit } from '#app/auth/visit.ts';
import { BookingForm, CancelBooking } from '#app/components/booking-form.tsx';
import { type Answered, givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { findBooking } from '#app/data/bookings.ts';
import { findPersonFacts, schoolPolicy } from '#app/data/facts.ts';
import { standingsOf } from '#app/domain/standing.ts';
import { parseBooking, readBookingAsked, readCancelled } from '#app/forms/booking.ts';
import { typedValues } from '#app/forms/fields.ts';
import { bookCourse, cancelBooking } from '#app/operations/book-course.ts';

export const meta = titled('A day that is booked');

type OwnVisit = Awaited<ReturnType<typeof requireOwnVisit>>;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const asked = readBookingAsked(new URL(args.request.url).searchParams);
  const booking =
    asked.cancel === null ? null : findBooking(visit.database, visit.personId, asked.cancel);
  if (asked.cancel !== null && booking === null) throw notFound();
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    requirement: asked.requirement,
    requirements: bookable(visit).map(({ id, name }) => ({ value: String(id), label: name })),
    booking,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const form = await args.request.formData();
  const { personId } = visit;
  const bookingId = readCancelled(form);
  try {
    if (bookingId !== null) {
      await cancelBooking(actOf(visit, form), { personId, bookingId });
      return redirect('/my?done=cancelled', 303);
    }
    const parsed = parseBooking(
      form,
      bookable(visit).map(({ id }) => id),
    );
    if (!parsed.ok) return data(parsed, { status: 422 });
    await bookCourse(actOf(visit, form), { personId, ...parsed.command });
    return redirect('/my?done=booked', 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function MyBooking() {
  const { shell, formKey, requirement, requirements, booking } = useLoaderData<typeof loader>();
  const answered: Answered = useActionData<typeof action>();
  return (
    <Page
      title={booking ? 'Take a booking off' : 'Note a day that is booked'}
      shell={shell}
      back={{ href: '/my', label: 'Back to my training' }}
      errors={answered?.errors}
    >
      {booking ? (
        <CancelBooking formKey={formKey} booking={booking} who="You are" home="/my" />
      ) : (
        <BookingForm
          formKey={formKey}
          requirements={requirements}
          form={givenBack(answered, { requirement })}
          home="/my"
        />
      )}
    </Page>
  );
}

/** What is asked of them today or will be: nobody books for what does not concern them. */
function bookable({ database, school, personId, today }: OwnVisit) {
  const person = findPersonFacts(database, school.id, personId);
  if (!person) throw notFound();
  return standingsOf(schoolPolicy(database, school.id), person, today)
    .filter(({ status, comingOn }) => status !== 'not-required' || comingOn !== null)
    .map(({ requirement }) => requirement);
}
