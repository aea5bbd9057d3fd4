export { readRecord } from './read-record';
export { scaffold, scaffoldAll } from './scaffold';
export type { ScaffoldInput } from './scaffold';
export { documentAssets } from './documents/document-assets';
export { completeInRecord } from './complete';
export { hoverInRecord } from './hover';
