import type { Catalogue } from '../catalogue';
import type { Configuration } from '../config/configuration';
import type { Snapshot } from '../model';

/** What answers about places draw on. */
export interface NavigationInput {
  readonly snapshot: Snapshot;
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
}
