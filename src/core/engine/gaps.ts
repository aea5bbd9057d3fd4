import type { Finding } from '../model';

/** Whether a finding is one that a project can accept as a known gap: it counts today, and is not about the papers of suppression. */
export function isOpenGap({ suppressed, scope, rule }: Finding): boolean {
  return suppressed === null && scope === 'product' && !rule.endsWith('-suppression');
}
