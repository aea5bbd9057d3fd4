import type { Counts } from '../protocol';

/** "2 undocumented, 7 drafts"; empty where nothing is open. */
export function openWords({ undocumented, drafts }: Counts): string {
  return [
    ...(undocumented > 0 ? [`${undocumented.toLocaleString('en-US')} undocumented`] : []),
    ...(drafts > 0 ? [`${drafts.toLocaleString('en-US')} ${drafts === 1 ? 'draft' : 'drafts'}`] : []),
  ].join(', ');
}

export function totalAssets({ kinds, elsewhere }: Counts): number {
  return kinds.model.total + kinds.dataset.total + kinds.prompt.total + elsewhere;
}

/** "300 accepted until 31 Mar"; empty where nothing is accepted. */
export function acceptedWords({ accepted, acceptedUntil }: Counts): string {
  if (accepted === 0) return '';
  const until = acceptedUntil === null ? '' : ` until ${shortDay(acceptedUntil)}`;
  return `${accepted.toLocaleString('en-US')} accepted${until}`;
}

/** `31 Mar 2027`. */
export function shortDay(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}
