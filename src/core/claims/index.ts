export { readClaims } from './read-claims';
export { readProfile } from './read-profile';
export { withSystems } from './systems';
export { claimsPath, profilePath } from './shape';
