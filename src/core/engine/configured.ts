import { CONFIGURATION_FILE, DEFAULT_CONFIGURATION, readConfiguration } from '../config';
import type { Configuration } from '../config';
import type { EngineOptions } from '../engine';
import type { Cancellation } from '../ports';

/** The configuration of a project with the templates that it names. */
export interface Configured {
  readonly configuration: Configuration;
  /** All that it was made of: when this is the same, so is everything that depends on it. */
  readonly salt: string;
}

/** What is known before anything was read. */
export function given({ configuration }: EngineOptions): Configured {
  if (!configuration) return { configuration: DEFAULT_CONFIGURATION, salt: '' };
  return { configuration: readConfiguration(configuration.path, configuration.text), salt: `=${configuration.text}` };
}

/** Reads `ai-baseline.yaml`, or takes the one that was given, and reads its templates. */
export async function readWithTemplates(options: EngineOptions, cancel: Cancellation): Promise<Configured> {
  const { configuration, salt } = options.configuration ? given(options) : await read(options, cancel);
  if (configuration.templates.length === 0) return { configuration, salt };
  const templates = [];
  for (const template of configuration.templates) {
    const content = await options.workspace.read(template.path, cancel);
    templates.push({ ...template, text: content.kind === 'text' ? content.text : null });
  }
  const texts = templates.map(({ text }) => text);
  return { configuration: { ...configuration, templates }, salt: JSON.stringify([salt, ...texts]) };
}

async function read({ workspace }: EngineOptions, cancel: Cancellation): Promise<Configured> {
  const content = await workspace.read(CONFIGURATION_FILE, cancel);
  if (content.kind !== 'text') return { configuration: DEFAULT_CONFIGURATION, salt: '' };
  return { configuration: readConfiguration(CONFIGURATION_FILE, content.text), salt: `=${content.text}` };
}
