import type { RecordKind } from '../catalogue';
import type { Configuration } from '../config/configuration';
import type { Asset } from '../model';

const LONGEST = 60;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/u;
/** File names that say too little by themselves: the folder goes in front. */
const GENERIC = new Set(
  'data test train eval validation val dev index main model models prompt prompts system user default config input readme'.split(
    ' ',
  ),
);

/**
 * A path for a new record that is safe on every system: no traversal, no reserved name, lower case, not too long, and not
 * `taken`; a taken name gets `-2`, `-3` … A kind of which there is one has its own name; null where that is taken.
 */
export function recordPath(
  kind: RecordKind,
  name: string,
  configuration: Configuration,
  taken: (path: string) => boolean,
): string | null {
  if (kind.file !== undefined) {
    const only = `${configuration.records}/${kind.file}`;
    return taken(only) ? null : only;
  }
  const stem = slug(name) || kind.id;
  const ending = kind.format === 'yaml' ? 'yaml' : 'md';
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const path = `${configuration.records}/${kind.folder ?? kind.id}/${stem}${suffix}.${ending}`;
    if (!taken(path)) return path;
  }
}

/** What a record about an asset is called: the file's stem for assets that are files, else the asset's name. */
export function recordName(asset: Asset): string {
  const isFile =
    asset.sites.some((site) => site.path === asset.name) || /\/.*\.[A-Za-z][A-Za-z0-9]{1,8}$/u.test(asset.name);
  if (!isFile) return asset.name;
  const parts = asset.name.split('/');
  const file = parts.pop() ?? '';
  const stem = file.replace(/^\.+/u, '').replace(/(\.[A-Za-z][A-Za-z0-9]{0,11}){1,2}$/u, '') || file;
  const folder = parts.pop();
  return GENERIC.has(stem.toLowerCase()) && folder !== undefined ? `${folder}-${stem}` : stem;
}

/** Letters, digits, dots and dashes of a name. */
function slug(name: string): string {
  const plain = name
    .slice(0, 500)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._]+/gu, '-')
    .replace(/\.{2,}/gu, '.');
  const short = [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[-._]+|[-._]+$/gu, '');
  return RESERVED.test(short) ? `${short.replace('.', '-')}-record` : short;
}
