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

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `31 Mar 2027`. */
export function shortDay(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
