import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedForm } from '#app/auth/answers.ts';
import { requirePersonAt } from '#app/auth/person-page.ts';
import { shellOf } from '#app/auth/shell.ts';
import { actOf, newFormKey, requireSchoolVisit } from '#app/auth/visit.ts';
import { BookingForm, CancelBooking } from '#app/components/booking-form.tsx';
import { type Answered, givenBack } from '#app/components/given-back.ts';
import { Page } from '#app/components/page.tsx';
import { titled } from '#app/components/shell.ts';
import { findBooking } from '#app/data/bookings.ts';
import { schoolPolicy } from '#app/data/facts.ts';
import { parseBooking, readBookingAsked, readCancelled } from '#app/forms/booking.ts';
import { requirementChoices } from '#app/forms/choices.ts';
import { typedValues } from '#app/forms/fields.ts';
import { bookCourse, cancelBooking } from '#app/operations/book-course.ts';

export const meta = titled('Note a booking');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const person = requirePersonAt(args, visit);
  const asked = readBookingAsked(new URL(args.request.url).searchParams);
  const booking =
    asked.cancel === null ? null : findBooking(visit.database, person.id, asked.cancel);
  if (asked.cancel !== null && booking === null) throw notFound();
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    id: person.id,
    name: person.name,
    requirement: asked.requirement,
    requirements: requirementChoices(schoolPolicy(visit.database, visit.school.id), visit.today),
    booking,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const personId = requirePersonAt(args, visit).id;
  const form = await args.request.formData();
  const home = `/dsl/people/${personId}`;
  const bookingId = readCancelled(form);
  try {
    if (bookingId !== null) {
      await cancelBooking(actOf(visit, form), { personId, bookingId });
      return redirect(`${home}?done=cancelled`, 303);
    }
    const parsed = parseBooking(form);
    if (!parsed.ok) return data(parsed, { status: 422 });
    await bookCourse(actOf(visit, form), { personId, ...parsed.command });
    return redirect(`${home}?done=booked`, 303);
  } catch (error) {
    return refusedForm(error, { values: typedValues(form) });
  }
}

export default function BookPage() {
  const page = useLoaderData<typeof loader>();
  const answered: Answered = useActionData<typeof action>();
  const { booking, formKey, name } = page;
  const home = `/dsl/people/${page.id}`;
  return (
    <Page
      title={booking ? 'Take a booking off' : 'Note a booking'}
      caption={name}
      shell={page.shell}
      back={{ href: home, label: `Back to ${name}` }}
      errors={answered?.errors}
    >
      {booking ? (
        <CancelBooking formKey={formKey} booking={booking} who={`${name} is`} home={home} />
      ) : (
        <BookingForm
          formKey={formKey}
          requirements={page.requirements}
          form={givenBack(answered, { requirement: page.requirement })}
          home={home}
        />
      )}
    </Page>
  );
}
