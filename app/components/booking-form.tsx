import { type Day, inWords } from '#app/domain/days.ts';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { DateInput } from './date-input.tsx';
import type { GivenBack } from './given-back.ts';
import { type Option, Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

type BookingFormProps = {
  formKey: string;
  /** What can be booked. */
  requirements: readonly Option[];
  form: GivenBack;
  home: string;
};

/** Notes that a course is booked for a day. */
export function BookingForm({ formKey, requirements, form, home }: BookingFormProps) {
  const { errors, value, date } = form;
  return (
    <form method="post">
      <FormKey value={formKey} />
      <p className="govuk-body">
        A booking changes no status. It is shown beside it, and to governors as a count.
      </p>
      <Select
        name="requirement"
        label="Requirement"
        options={requirements}
        value={value('requirement')}
        empty="Choose one"
        errors={errors}
      />
      <DateInput
        name="bookedOn"
        label="Day of the course"
        hint="For example, 27 3 2027"
        value={date('bookedOn')}
        errors={errors}
      />
      <TextInput
        name="provider"
        label="Provider (if you know it)"
        value={value('provider')}
        width={30}
        errors={errors}
      />
      <Buttons label="Note the booking" home={home} />
    </form>
  );
}

export type BookingShown = { id: number; requirement: string; on: Day };

type CancelBookingProps = {
  formKey: string;
  booking: BookingShown;
  /** "You are", "Leanne Okoro is". */
  who: string;
  home: string;
};

/** Takes a booking off again. */
export function CancelBooking({ formKey, booking, who, home }: CancelBookingProps) {
  return (
    <form method="post">
      <FormKey value={formKey} />
      <input type="hidden" name="bookingId" value={booking.id} />
      <p className="govuk-body">
        {who} booked for {booking.requirement} on {inWords(booking.on)}.
      </p>
      <Buttons label="Take it off" home={home} />
    </form>
  );
}

function Buttons({ label, home }: { label: string; home: string }) {
  return (
    <ButtonGroup>
      <Button>{label}</Button>
      <a className="govuk-link" href={home}>
        Cancel
      </a>
    </ButtonGroup>
  );
}
