/** Dates and times as lists show them. */
import { texts } from '../texts';

const two = (number: number) => String(number).padStart(2, '0');

/** The time of a moment, in milliseconds since 1970. */
export function clock(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** How many midnights ago a moment was; 0 today. */
function daysAgo(at: number, now: Date): number {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  return Math.max(0, Math.ceil((midnight - at) / 86_400_000));
}

/** A row's date as the list shows it: the time today, a weekday within a week, else the date. */
export function when(at: number, now: Date): string {
  const date = new Date(at);
  const days = daysAgo(at, now);
  if (days === 0) return clock(at);
  if (days === 1) return texts.yesterday;
  if (days < 7) return texts.weekday(date);
  return date.getFullYear() === now.getFullYear() ? texts.dayAndMonth(date) : texts.date(date);
}

/** The day of a moment as a heading over its times. */
export function day(at: number, now: Date): string {
  return daysAgo(at, now) === 0 ? texts.dayNow : when(at, now);
}
