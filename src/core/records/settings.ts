import { compareText } from '../model';
import type { Asset, Cover, SettingChange, Settings } from '../model';
import { sameDigest } from './same-digest';

/** What a setting is at all places of an asset, by name; different values of several places stand side by side. */
export function settingsOf({ sites }: Pick<Asset, 'sites'>): Settings {
  const values = new Map<string, Set<string>>();
  for (const { settings } of sites) {
    for (const [name, value] of Object.entries(settings ?? {})) {
      const known = values.get(name);
      if (known) known.add(value);
      else values.set(name, new Set([value]));
    }
  }
  return Object.fromEntries(
    [...values]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, all]) => [name, [...all].sort(compareText).join(' | ')] as const),
  );
}

/** Which settings changed since a cover was written; null where none did, or where it says nothing of settings. */
export function settingChanges(cover: Cover, asset: Asset): SettingChange[] | null {
  const [config, settings] = [cover.config ?? null, cover.settings ?? null];
  if (config === null && settings === null) return null;
  const changes = settings === null ? [] : differences(settings, settingsOf(asset));
  if (config === null) return changes.length === 0 ? null : changes;
  const now = asset.configDigest ?? null;
  if (now === null) return settings !== null && changes.length === 0 ? null : changes;
  return sameDigest(config, now) === false ? changes : null;
}

function differences(before: Settings, after: Settings): SettingChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareText);
  return names.flatMap((name) => {
    const change = { name, before: own(before, name), after: own(after, name) };
    return change.before === change.after ? [] : [change];
  });
}

function own(settings: Settings, name: string): string | null {
  return Object.hasOwn(settings, name) ? (settings[name] ?? null) : null;
}
