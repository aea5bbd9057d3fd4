import type { Catalogue } from '../catalogue';
import { CONFIGURATION_FILE, DEFAULT_CONFIGURATION, readConfiguration, withOverlays } from '../config';
import type { Configuration } from '../config';
import type { Configured } from '../config/configuration';
import { withOwnKinds } from '../records';
import type { EngineOptions } from '../engine';
import type { Cancellation } from '../ports';

/** The catalogue with what a project lays over it, and its configuration less what is wrong with its templates. */
export function prepared(
  catalogue: Catalogue,
  { configuration }: Configured,
): { readonly catalogue: Catalogue; readonly configuration: Configuration } {
  const overlaid = withOverlays(catalogue, configuration);
  return withOwnKinds(overlaid.catalogue, overlaid.configuration);
}

/** What is known before anything was read. */
export function given({ configuration }: EngineOptions): Configured {
  if (!configuration) return { configuration: DEFAULT_CONFIGURATION, salt: '' };
  return { configuration: readConfiguration(configuration.path, configuration.text), salt: `=${configuration.text}` };
}

/** Reads `ai-baseline.yaml`, or takes the one that was given, and reads the templates and overlays that it names. */
export async function readWithTemplates(options: EngineOptions, cancel: Cancellation): Promise<Configured> {
  const { configuration, salt } = options.configuration ? given(options) : await read(options, cancel);
  if (configuration.templates.length + configuration.overlays.length === 0) return { configuration, salt };
  const templates = await withTexts(configuration.templates, options, cancel);
  const overlays = await withTexts(configuration.overlays, options, cancel);
  const texts = [...templates, ...overlays].map(({ text }) => text);
  return { configuration: { ...configuration, templates, overlays }, salt: JSON.stringify([salt, ...texts]) };
}

/** The same with the texts of the files that they name; null where one cannot be read. */
async function withTexts<T extends { readonly path: string }>(
  named: readonly T[],
  { workspace }: EngineOptions,
  cancel: Cancellation,
): Promise<(T & { readonly text: string | null })[]> {
  const read = [];
  for (const each of named) {
    const content = await workspace.read(each.path, cancel);
    read.push({ ...each, text: content.kind === 'text' ? content.text : null });
  }
  return read;
}

async function read({ workspace }: EngineOptions, cancel: Cancellation): Promise<Configured> {
  const content = await workspace.read(CONFIGURATION_FILE, cancel);
  if (content.kind !== 'text') return { configuration: DEFAULT_CONFIGURATION, salt: '' };
  return { configuration: readConfiguration(CONFIGURATION_FILE, content.text), salt: `=${content.text}` };
}
