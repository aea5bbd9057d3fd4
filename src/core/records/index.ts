export { readAccepted } from './accepted';
export { readRecord } from './read-record';
export { scaffold, scaffoldAll } from './scaffold';
export type { ScaffoldInput } from './scaffold';
export { documentAssets } from './documents/document-assets';
export { assetReferences } from './asset-references';
export { driftOf, withMoves } from './drift';
export { completeInRecord } from './complete';
export { hoverInRecord } from './hover';
