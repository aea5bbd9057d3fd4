export { readClaims } from './read-claims';
export { readProfile } from './read-profile';
export { withSystems } from './systems';
export { claimsPath, profilePath } from './shape';
export { completeClaims } from './complete';
export { hoverClaimKey, observedMarkdown } from './hover';
