import { type Day, inWords } from '#app/domain/days.ts';

/** A day in words, in tabular figures: "3 September 2026", or short "3 Sep 2026". */
export function DayText({ day, isShort = false }: { day: Day; isShort?: boolean }) {
  return (
    <time className="day" dateTime={day}>
      {isShort ? shortDay(day) : inWords(day)}
    </time>
  );
}

/** "3 Sep 2026". */
function shortDay(day: Day): string {
  const [dayOfMonth, month = '', year] = inWords(day).split(' ');
  return `${dayOfMonth} ${month.slice(0, 3)} ${year}`;
}
