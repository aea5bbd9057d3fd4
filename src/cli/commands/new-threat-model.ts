import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Engine, ProjectEdit } from '../../core';
import { applyProjectEdit } from '../apply-edit';
import { growthText } from '../growth-text';
import { CliError, EXIT } from '../io';
import type { CliIo } from '../io';
import { pathIn, type OpenProject } from '../project';

/**
 * Threat models that begin with what is seen: of the system that is named, else one for each system of `system.yaml`, else of
 * the whole project under the name of its folder. What has one gets no second without `force`; CliError where all have.
 */
export function newThreatModels(
  engine: Engine,
  root: string,
  { title, force }: { readonly title: string | undefined; readonly force: boolean },
): ProjectEdit {
  const systems = engine.snapshot.profile?.systems.map(({ name, id }) => name || id) ?? [];
  const names = title !== undefined ? [title] : systems.length > 0 ? systems : [basename(root)];
  const there = names.map((name) => (force ? null : engine.namesake('threat-model', name, [])));
  const missing = names.filter((_name, index) => there[index] === null);
  if (missing.length === 0)
    throw new CliError(
      `There is a threat model of ${names.join(', ')} already: ${there.join(', ')}. --update FILE shows what has come since, --force makes another. Nothing was written.`,
    );
  return { creations: missing.flatMap((name) => engine.newThreatModel(name).creations), replacements: [] };
}

/** Says what a threat model would gain, and writes it where that is asked for. */
export async function updateThreatModel(
  io: CliIo,
  { engine, root }: OpenProject,
  { file, write }: { readonly file: string; readonly write: boolean },
): Promise<number> {
  const path = pathIn(root, resolve(io.cwd, file));
  if (!engine.snapshot.threatModels.some((model) => model.path === path)) {
    throw new CliError(`${file} is no threat model of this project.`);
  }
  const growth = await engine.growThreatModel(path, io.cancel);
  if (growth === null) throw new CliError(`${file} cannot be added to: it is broken, or uses anchors of YAML.`);
  for (const key of growth.left) io.stderr.write(`Nothing is added to ${key}: words stand there in place of a list.\n`);
  if (growth.added.length === 0) {
    io.stdout.write('Nothing is missing: everything that is seen is in it.\n');
    return EXIT.clean;
  }
  if (write) {
    await applyProjectEdit(root, growth.edit);
    io.stdout.write(`${path}: added ${growth.added.join(', ')}\n`);
    return EXIT.clean;
  }
  const before = (await readFile(join(root, path), 'utf8')).replace(/^\uFEFF/u, '');
  io.stdout.write(`${growthText(path, before, growth.text)}\n`);
  io.stderr.write(`This would add ${growth.added.join(', ')}. --write adds it.\n`);
  return EXIT.clean;
}
