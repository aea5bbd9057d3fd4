export { ignoreEdit } from './ignore';
export type { IgnoreInput } from './ignore';
