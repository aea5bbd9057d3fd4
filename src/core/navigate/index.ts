export { definitionAt } from './definition';
export { foldsIn } from './folds';
export { lensesOf } from './lenses';
export { linksIn } from './links';
export { outlineOf } from './outline';
export { referencesAt } from './references';
export { renamableAt, renameEdits } from './rename';
export type { Renamable } from './rename';
export { siteHover } from './site-hover';
