export { DEFAULT_CONFIGURATION } from './configuration';
export type { Configuration, ConfigurationProblem, PathSuppression } from './configuration';
export { nearest } from './distance';
export { compileGlobs } from './globs';
export { CONFIGURATION_FILE, projectOf, projectsIn } from './projects';
export { readConfiguration } from './read-configuration';
export { createSelection } from './selection';
