import type { Range } from './position';

/** Kinds that people document: they have rules of their own, records, and a place in badge and score. */
export const DOCUMENTED_KINDS = ['model', 'dataset', 'prompt'] as const;
/** Kinds that are shown and listed only. */
const OTHER_KINDS = ['agent', 'tool', 'mcp-server', 'vector-index', 'guardrail', 'evaluation-set'] as const;
export const ASSET_KINDS = [...DOCUMENTED_KINDS, ...OTHER_KINDS] as const;
export type DocumentedKind = (typeof DOCUMENTED_KINDS)[number];
export type AssetKind = (typeof ASSET_KINDS)[number];

export function isDocumentedKind(kind: AssetKind): kind is DocumentedKind {
  return (DOCUMENTED_KINDS as readonly AssetKind[]).includes(kind);
}

export type Scope = 'product' | 'development' | 'test' | 'example';
export type Confidence = 'high' | 'medium' | 'low';
/** How exactly a site names its version; worst first when an asset sums up its sites: none, alias, exact. */
export type Pin = 'exact' | 'alias' | 'none' | 'not-applicable';
export type Via = 'file' | 'code' | 'config';
export type Use = 'definition' | 'use';

/** One place where an asset appears. */
export interface Site extends Range {
  readonly path: string;
  readonly via: Via;
  readonly language: string | null;
  readonly use: Use;
  /** Id of the signature row, or of the file kind, that saw it: `openai.chat`, `file.gguf`. */
  readonly signature: string;
  readonly provider: string | null;
  readonly pin: Pin;
  readonly revision?: string;
  /** Host that the call speaks to, where an address is written: `openrouter.ai`, `localhost:11434`. No credentials. */
  readonly endpoint?: string;
  /** Literal settings of the call or file that change behaviour, by name, sorted: `{ temperature: '0.2' }`. */
  readonly settings?: Settings;
}

export type Settings = Readonly<Record<string, string>>;

/**
 * One appearance of an asset as a detector reports it, before sightings of the same asset are merged.
 * `name` is the identity inside its kind (normalised id, or path); `written` is the text in the file.
 */
export interface Sighting extends Site {
  readonly kind: AssetKind;
  readonly name: string;
  readonly written?: string;
  readonly aliases?: readonly string[];
  readonly confidence: Confidence;
  /** Prompts in code: qualified symbol that holds the text, or the enclosing function with the role (`answer:system`). */
  readonly symbol?: string;
  /** Prompts in code seen away from their definition: path of the file that defines them; `symbol` is the one there. */
  readonly home?: string;
  /** Prompts in code: where the text stands in its home, which tells apart several texts under one symbol. */
  readonly defined?: Range;
  /** Prompts: the template after decoding escapes, placeholders as `{n}`; what the digest is made of. */
  readonly text?: string;
  /** Content digest where the detector already knows it (file hash, LFS or DVC pointer): `sha256:…`. */
  readonly digest?: string;
  /**
   * Weak evidence: counts only together with something stronger. `use`: code or configuration of the project names that
   * file; `ai`: the project shows other signs of AI.
   */
  readonly needs?: 'use' | 'ai';
  /** Datasets: the source is known to be public (hub id, public URL). */
  readonly publicSource?: boolean;
  /** Who made the model, where somebody else serves it at this site. */
  readonly maker?: string;
  /** What it is seen together with. */
  readonly context?: SightingContext;
}

/** How a sighting hangs together with others; keys are made by who looked and mean nothing but that they are equal. */
export interface SightingContext {
  /** The call or file it is part of. */
  readonly at: string;
  /** Calls that the call is given, or is made on: a client, an agent's tools, an index's documents. */
  readonly from?: readonly string[];
  /** Models: names of the model that is made of this one, by tuning or as an adapter. Datasets: that is trained on it. */
  readonly becomes?: readonly string[];
}

export type DocumentationState = 'none' | 'mentioned' | 'described' | 'draft' | 'recorded';

/** What documents an asset: the documents that mention or describe it and the records that cover it (paths). */
export interface Documentation {
  readonly state: DocumentationState;
  readonly by: readonly string[];
}

/** A model, dataset, prompt or other AI part that the workspace uses; sites are sorted with the primary site first. */
export interface Asset {
  readonly id: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly scope: Scope;
  readonly confidence: Confidence;
  readonly documented: boolean;
  readonly documentation: Documentation;
  /** Paths of the records that cover it. */
  readonly records: readonly string[];
  readonly suppliers: readonly string[];
  readonly pin: Pin;
  readonly digest: string | null;
  /** `text1:sha256:…` over the settings of all sites; null or absent where none is written. */
  readonly configDigest?: string | null;
  /** Ids of assets that this one is used with, made of or built from; sorted. */
  readonly dependsOn: readonly string[];
  readonly systems: readonly string[];
  readonly publicSource?: boolean;
  readonly sites: readonly Site[];
}
