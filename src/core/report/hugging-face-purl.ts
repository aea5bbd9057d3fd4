import type { Asset, Site } from '../model';

/** Libraries of signatures that read nothing but the hub. */
const HUB_ALONE = /^huggingface-hub\./u;
/** Those that read the hub or a folder: a revision, which no folder has, says that it is the hub. */
const HUB_OR_FOLDER = /^(?:candle|diffusers|sentence-transformers|transformers|transformers-js|vllm)\./u;
/** One owner and one name, as the hub has them. */
const REPOSITORY = /^[\w-][\w.-]*\/[\w-][\w.-]*$/u;
const COMMIT = /^[0-9a-f]{40}$/iu;

/**
 * The package URL of a model that surely is one of the Hugging Face hub, by the type `huggingface` of the purl specification
 * (https://github.com/package-url/purl-spec): owner and name as written, and the commit in lower case where every place names the
 * same one. Tags and branches can move and are no version there; data sets have no such type. Null where it is not sure.
 */
export function huggingFacePurl({ kind, name, sites }: Asset): string | null {
  if (kind !== 'model' || !REPOSITORY.test(name) || !sites.some(isOnHub)) return null;
  const revisions = new Set(sites.map(({ revision }) => revision?.toLowerCase() ?? ''));
  const [only = ''] = revisions;
  const version = revisions.size === 1 && COMMIT.test(only) ? `@${only}` : '';
  return `pkg:huggingface/${name}${version}`;
}

function isOnHub({ signature, revision, endpoint }: Site): boolean {
  if (endpoint !== undefined) return /(?:^|\.)huggingface\.co$/u.test(endpoint);
  return HUB_ALONE.test(signature) || (HUB_OR_FOLDER.test(signature) && revision !== undefined);
}
