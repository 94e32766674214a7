import { monthAndDayInWords } from './days.ts';
import type { Cycle, Publication, Status } from './types.ts';

/** Does it count as in date: valid today, however little is left? */
export function isInDate(status: Status): boolean {
  return status === 'in-date' || status === 'due-soon';
}

/** Does it count in a denominator: required that day, and neither exempt nor away? */
export function isCounted(status: Status): boolean {
  return status !== 'not-required' && status !== 'exempt' && status !== 'away';
}

/** The renewal cycle in words, to stand after a comma: "renewed every 24 months". */
export function cycleInWords(cycle: Cycle, publications: Publication[] = []): string {
  switch (cycle.kind) {
    case 'months':
      return monthsInWords(cycle.months) + anniversaryInWords(cycle.keepAnniversaryDays);
    case 'academic-year':
      return `once each academic year, by ${monthAndDayInWords(cycle.dueBy)}`;
    case 'edition':
      return `each new edition of ${titleOf(cycle.publication, publications)}`;
    case 'once':
      return 'done once';
    case 'not-stated':
      return 'no interval set';
  }
}

/** "renewed every 24 months". */
export function monthsInWords(months: number): string {
  return months === 1 ? 'renewed every month' : `renewed every ${months} months`;
}

/** "1 day", "7 days". */
export function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function anniversaryInWords(days: number | undefined): string {
  return days === undefined
    ? ''
    : `, keeping its day when renewed in the last ${daysInWords(days)}`;
}

function titleOf(key: string, publications: Publication[]): string {
  return publications.find((publication) => publication.key === key)?.title ?? key;
}
