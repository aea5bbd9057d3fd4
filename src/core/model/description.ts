import type { DocumentedKind } from './asset';
import type { Range } from './position';

/** What a document may state about an asset, whatever its format calls it. */
export type FactName =
  | 'provider'
  | 'authors'
  | 'version'
  | 'licence'
  | 'purpose'
  | 'limitations'
  | 'trainingData'
  | 'source'
  | 'access'
  | 'hashes'
  | 'contents'
  | 'collection'
  | 'models'
  | 'parameters'
  | 'tools';

/** One thing that a document states, in its own words, with the place where it says so. */
export interface StatedFact {
  readonly texts: readonly string[];
  readonly range: Range;
}

/** What a document in a known format (card, bill of materials, header of a prompt file …) states about one asset. */
export interface AssetDescription {
  readonly path: string;
  /** As people call it: `Hugging Face model card`. */
  readonly label: string;
  /** The kind of asset that the format is about. */
  readonly kind: DocumentedKind;
  /** Names by which it speaks of the asset. */
  readonly names: readonly string[];
  /** Files and folders that it is about, project-relative. */
  readonly paths: readonly string[];
  /** It is the header of the asset itself, which never makes an asset described. */
  readonly ownHeader: boolean;
  readonly facts: Readonly<Partial<Record<FactName, StatedFact>>>;
  readonly range: Range;
}

/** A document in a known format, read. */
export interface DescribingFile {
  readonly descriptions: readonly AssetDescription[];
  /** What in it cannot be read, or is not what its format asks for. */
  readonly problems: readonly { readonly message: string; readonly range: Range }[];
}
