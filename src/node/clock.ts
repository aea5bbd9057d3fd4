import type { Clock } from '../core';
import { createBreather } from './breather';

const DATE = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * The clock of a run: the date given, else that of SOURCE_DATE_EPOCH, else today in UTC. Null where the date or the epoch
 * is none.
 */
export function createClock(date: string | undefined, epoch: string | undefined): Clock | null {
  const now = () => performance.now();
  const pause = createBreather();
  if (date !== undefined) return isDate(date) ? { today: () => date, now, pause } : null;
  if (epoch !== undefined && epoch !== '') {
    const day = new Date(Number(epoch) * 1000);
    if (!/^\d+$/u.test(epoch) || Number.isNaN(day.getTime())) return null;
    return { today: () => dayOf(day), now, pause };
  }
  return { today: () => dayOf(new Date()), now, pause };
}

function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return DATE.test(text) && !Number.isNaN(day.getTime()) && dayOf(day) === text;
}

function dayOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}
