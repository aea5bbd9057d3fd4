import { compareText } from '../model';
import type { Finding } from '../model';

/** How many findings are accepted as known gaps, by the day until which they are; the earliest first. */
export function acceptedUntil(findings: readonly Finding[]): { readonly until: string; readonly findings: number }[] {
  const counts = new Map<string, number>();
  for (const { suppressed } of findings) {
    if (suppressed?.by !== 'accepted' || suppressed.until === null) continue;
    counts.set(suppressed.until, (counts.get(suppressed.until) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([until, amount]) => ({ until, findings: amount }));
}
