import * as z from 'zod';

/**
 * What a call tells besides the assets it names: settings that change behaviour, and the address it speaks to. Names are
 * compared without case, `_` and `-`: `max_tokens` stands for `maxTokens` and `MaxTokens` too.
 */
const word = z.string().regex(/^\w+$/u, 'a name of letters, digits and _');

const setting = z.strictObject({
  name: word,
  /** Other names of the same setting. */
  also: z.array(word).default([]),
  /** `value` (default): literals and constants. `names`: what is offered or chosen, by name, as it stands in the code. */
  as: z.enum(['value', 'names']).default('value'),
});

const host = z.strictObject({
  /** The host, or what it ends in after a dot. */
  host: z.string().regex(/^[a-z0-9.-]+$/u),
  provider: z.string().min(1),
});

/** `max_tokens`, `maxTokens` and `Max-Tokens` are one name. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

/** `_settings.yaml`. */
export const settingsFileSchema = z.strictObject({
  settings: z.array(setting),
  /** Arguments, keys and headers that hold settings. */
  containers: z.array(word),
  /** Arguments that hold the address of a service. */
  addresses: z.array(word),
  hosts: z.array(host),
  /** Calls that save a model, by the last part of their name, with the keywords and positions that say as what. */
  saves: z.array(z.strictObject({ call: word, at: z.array(z.string().regex(/^\w+$/u)).min(1) })),
});

export type SettingsFile = z.output<typeof settingsFileSchema>;
export type SettingKind = SettingsFile['settings'][number]['as'];
