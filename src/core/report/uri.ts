import type { EvidenceTarget } from '../model';

/** A path of the project as a relative URI: everything that has a meaning there is encoded. */
export function pathUri(path: string): string {
  return path.split('/').map(encoded).join('/');
}

function encoded(part: string): string {
  // Half of a pair of code units cannot be encoded, and a file name may hold it.
  const whole = part.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURIComponent(whole).replace(/[!'()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Where evidence can be looked at as a URI; null for what lies in another tool. */
export function evidenceUri(target: EvidenceTarget | null): string | null {
  if (target === null || target.in === 'elsewhere') return null;
  if (target.in === 'tree') return pathUri(target.path) + fragment(target);
  return isPlainUrl(target.url) ? target.url : null;
}

function fragment({ heading, lines }: EvidenceTarget & { in: 'tree' }): string {
  if (lines !== null) return `#L${lines.from}`;
  return heading === null ? '' : `#${encoded(heading)}`;
}

/** Only http(s), without blanks and marks that would end it: whatever else is written is shown, not linked. */
function isPlainUrl(url: string): boolean {
  return /^https?:\/\/[\w.~:/?#[\]@!$&()*+,;=%-]+$/u.test(url);
}

/** Makes addresses of places below `base`, in the way that code hosts name lines. */
export function placeUri(base: string) {
  return ({ path, line }: { readonly path: string; readonly line: number | null }): string =>
    `${base}${pathUri(path)}${line === null ? '' : `#L${line}`}`;
}
