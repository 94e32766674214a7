import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, refusedFields } from '#app/auth/answers.ts';
import { shellOf } from '#app/auth/shell.ts';
import {
  actOf,
  newFormKey,
  parseId,
  requireSchoolVisit,
  type SchoolVisit,
} from '#app/auth/visit.ts';
import { Button, ButtonGroup, FormKey } from '#app/components/button.tsx';
import { DateInput, typedDate } from '#app/components/date-input.tsx';
import { Page } from '#app/components/page.tsx';
import { Select } from '#app/components/select.tsx';
import { titled } from '#app/components/shell.ts';
import { TextInput } from '#app/components/text-input.tsx';
import { schoolPolicy } from '#app/data/facts.ts';
import { findPerson, listBookings } from '#app/data/people.ts';
import { inWords } from '#app/domain/days.ts';
import { parseBooking } from '#app/forms/booking.ts';
import { requirementChoices } from '#app/forms/choices.ts';
import { readId, typedValues } from '#app/forms/fields.ts';
import { bookCourse, cancelBooking } from '#app/operations/book-course.ts';

export const meta = titled('Note a booking');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const person = findOne(args, visit);
  const policy = schoolPolicy(visit.database, visit.school.id);
  const cancel = readId(new URL(args.request.url).searchParams.get('cancel') ?? '');
  const booking = listBookings(visit.database, person.id).find(({ id }) => id === cancel);
  const names = new Map(policy.requirements.map(({ id, name }) => [id, name]));
  return {
    shell: shellOf(visit),
    formKey: newFormKey(),
    id: person.id,
    name: person.name,
    requirements: requirementChoices(policy, visit.today),
    booking: booking
      ? {
          id: booking.id,
          words: `${names.get(booking.requirementId)} on ${inWords(booking.bookedOn)}`,
        }
      : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSchoolVisit(args, 'record-training');
  const person = findOne(args, visit);
  const form = await args.request.formData();
  const home = `/dsl/people/${person.id}`;
  try {
    if (form.has('bookingId')) {
      const bookingId = readId(String(form.get('bookingId'))) ?? 0;
      await cancelBooking(actOf(visit, form), { personId: person.id, bookingId });
      return redirect(`${home}?done=cancelled`, 303);
    }
    const parsed = parseBooking(form);
    if (!parsed.ok) return data(parsed, { status: 422 });
    await bookCourse(actOf(visit, form), { personId: person.id, ...parsed.command });
    return redirect(`${home}?done=booked`, 303);
  } catch (error) {
    const { status, errors } = refusedFields(error);
    return data({ errors, values: typedValues(form) }, { status });
  }
}

export default function BookPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const errors = answered && 'errors' in answered ? answered.errors : undefined;
  const home = `/dsl/people/${page.id}`;
  return (
    <Page
      title={page.booking ? 'Take a booking off' : 'Note a booking'}
      caption={page.name}
      shell={page.shell}
      back={{ href: home, label: `Back to ${page.name}` }}
      errors={errors}
    >
      <form method="post">
        <FormKey value={page.formKey} />
        {page.booking ? (
          <>
            <input type="hidden" name="bookingId" value={page.booking.id} />
            <p className="govuk-body">
              {page.name} is booked for {page.booking.words}.
            </p>
          </>
        ) : (
          <BookingFields
            requirements={page.requirements}
            values={answered && 'values' in answered ? answered.values : {}}
            errors={errors}
          />
        )}
        <ButtonGroup>
          <Button>{page.booking ? 'Take it off' : 'Note the booking'}</Button>
          <a className="govuk-link" href={home}>
            Cancel
          </a>
        </ButtonGroup>
      </form>
    </Page>
  );
}

type BookingFieldsProps = {
  requirements: { value: string; label: string }[];
  values: Record<string, string | string[]>;
  errors?: { field: string; message: string }[];
};

function BookingFields({ requirements, values, errors }: BookingFieldsProps) {
  const typed = (name: string) => [values[name]].flat()[0];
  return (
    <>
      <p className="govuk-body">
        A booking changes no status. It is shown beside it, and to governors as a count.
      </p>
      <Select
        name="requirement"
        label="Requirement"
        options={requirements}
        value={typed('requirement')}
        empty="Choose one"
        errors={errors}
      />
      <DateInput
        name="bookedOn"
        label="Day of the course"
        value={typedDate(values, 'bookedOn')}
        errors={errors}
      />
      <TextInput
        name="provider"
        label="Provider (if you know it)"
        value={typed('provider')}
        width={30}
        errors={errors}
      />
    </>
  );
}

function findOne({ params }: LoaderFunctionArgs, visit: SchoolVisit) {
  const person = findPerson(visit.database, visit.school.id, parseId(params.id));
  if (!person) throw notFound();
  return person;
}
