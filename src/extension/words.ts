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
