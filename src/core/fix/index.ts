export { acceptEdit } from './accept';
export { ignoreEdit } from './ignore';
export type { IgnoreInput } from './ignore';
export { movedEdits } from './moved';
export { recordChangeEdit } from './record-change';
export type { CoverUpdate } from './cover-edits';
export type { ThreatReview } from './threat-review';
export { replaced } from './text-edit';
