export { acceptedPath, DEFAULT_CONFIGURATION } from './configuration';
export type { Configuration, PathSuppression } from './configuration';
export { isDay } from './day';
export { compileGlobs } from './globs';
export { matchesGlob } from './safe-glob';
export { CONFIGURATION_FILE, projectOf, projectsIn } from './projects';
export { readConfiguration } from './read-configuration';
export { createSelection } from './selection';
export { withOverlays } from './with-overlays';
