export { definitionAt } from './definition';
export { foldsIn } from './folds';
export { lensesOf } from './lenses';
export { linksIn } from './links';
export { outlineOf } from './outline';
export { referencesAt } from './references';
export { siteHover } from './site-hover';
