import type { Configuration } from '../config/configuration';
import type { FileFacts, Sighting } from '../model';
import type { FileUse } from './file-use';

/** What there is to weigh: everything that single files and all code show. */
export interface Evidence {
  readonly fileSightings: readonly Sighting[];
  readonly codeSightings: readonly Sighting[];
  readonly fileUses: readonly FileUse[];
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly configuration: Configuration;
  /** Code imports libraries that work with models. */
  readonly codeIsAi: boolean;
}
