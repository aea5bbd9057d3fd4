import { EVIDENCE_KINDS, SUPPORTS } from '../model';
import type { Configuration } from '../config';

/** A key of `claims.yaml`, what to write there, and the values it takes. */
export interface ClaimKey {
  readonly key: string;
  readonly help: string;
  readonly values?: readonly string[];
}

/** The keys at the top. */
export const FILE_KEYS: readonly ClaimKey[] = [
  { key: 'standard', help: 'The edition that these claims were made for: EN 304 223 V2.1.1' },
  { key: 'claims', help: 'One entry per provision, or per provision and system' },
];

/** The keys of a claim. */
export const CLAIM_KEYS: readonly ClaimKey[] = [
  { key: 'provision', help: 'Id of the provision, such as 5.2.1-1' },
  { key: 'systems', help: 'Ids of the systems of system.yaml it is about; without it, all of the project' },
  { key: 'applies', help: 'no where the provision does not apply; then say the reason', values: ['yes', 'no'] },
  { key: 'reason', help: 'Why it does not apply' },
  { key: 'support', help: 'How far you do what the provision asks', values: SUPPORTS },
  { key: 'detail', help: 'The measure that does it, or what is missing' },
  { key: 'owner', help: 'Person or team who answers for this claim' },
  { key: 'due', help: 'Day by which what is missing will be done, YYYY-MM-DD' },
  { key: 'evidence', help: 'What shows it: paths, addresses or tickets, each with its kind and date' },
];

/** The keys of a piece of evidence. */
export const EVIDENCE_KEYS: readonly ClaimKey[] = [
  { key: 'kind', help: 'What it is evidence of', values: EVIDENCE_KINDS },
  { key: 'path', help: 'A file or folder of the project, with a heading if need be: docs/process.md#Reviews' },
  { key: 'url', help: 'An address that begins with https:// or http://' },
  { key: 'ticket', help: 'What it is called in another tool, such as SEC-12' },
  { key: 'lines', help: 'The lines of the file that show it, such as 10-20' },
  { key: 'date', help: 'Day it was made or last looked at, YYYY-MM-DD' },
  { key: 'valid-until', help: 'Last day on which it shows anything, YYYY-MM-DD' },
  { key: 'digest', help: 'What the file was when it was named: text1:sha256:…; a later change shows' },
  { key: 'note', help: 'What a reader should look at' },
];

/** The keys that say where a piece of evidence lies; each has exactly one. */
export const PLACE_KEYS = ['path', 'url', 'ticket'] as const;

/** Path of the claims. */
export function claimsPath({ records }: Pick<Configuration, 'records'>): string {
  return `${records}/claims.yaml`;
}

/** Path of the page about the systems. */
export function profilePath({ records }: Pick<Configuration, 'records'>): string {
  return `${records}/system.yaml`;
}
