import { DEFAULT_CONFIGURATION } from '../../../src/core/config/configuration';
import { namedAssetId } from '../../../src/core/discover/asset-id';
import type { Asset, AssetKind, AssetRecord, Site } from '../../../src/core/model';
import { readRecord } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { asset as anyAsset } from '../../support/parts';

export function site(path: string, more: Partial<Site> = {}): Site {
  return {
    path,
    line: 12,
    column: 11,
    endLine: 12,
    endColumn: 19,
    via: 'code',
    language: 'python',
    use: 'definition',
    signature: 'openai.chat',
    provider: 'OpenAI',
    pin: 'alias',
    ...more,
  };
}

/** An undocumented asset; by default called in `src/chat.py`. */
export function asset(kind: AssetKind, name: string, more: Partial<Asset> = {}): Asset {
  return anyAsset(namedAssetId(kind, name), { kind, name, sites: [site('src/chat.py')], ...more });
}

export function read(path: string, text: string): AssetRecord | null {
  return readRecord(path, text, testCatalogue(), DEFAULT_CONFIGURATION);
}

/** Names of the required fields that are open. */
export function openFields(record: AssetRecord | null): string[] {
  return (record?.open ?? []).filter((field) => field.required).map((field) => field.field);
}
