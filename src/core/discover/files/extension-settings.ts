import { configPairs } from './config-sources';
import type { ConfigPair } from './pairs';
import type { ScannedFile } from './scanned-file';

/**
 * The settings that an extension for an editor brings along in its `package.json`, as configuration: what is said under
 * `contributes.configuration.properties["desk.summary.prompt"].default` stands under `desk.summary.prompt`. Null for any
 * other file; the rest of a manifest is no configuration.
 */
export function extensionSettings(file: ScannedFile): ConfigPair[] | null {
  if (file.name !== 'package.json' || !file.text?.includes('"contributes"')) return null;
  return (configPairs(file) ?? []).flatMap((pair) => {
    const [first, second] = pair.keys;
    const [word, name, last] = pair.keys.slice(-3);
    const isDefault =
      first === 'contributes' && second === 'configuration' && word === 'properties' && last === 'default';
    return isDefault && name !== undefined && !pair.item ? [{ ...pair, keys: name.split('.'), beside: [] }] : [];
  });
}
