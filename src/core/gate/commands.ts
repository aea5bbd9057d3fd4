import type { Finding } from '../model';
import { fixTitles } from '../rules/wording';
import type { GateInput } from './reason';

type Known = Pick<GateInput, 'snapshot' | 'catalogue'>;

/** The line for a terminal that does the first thing a finding offers; null where only a person at an editor can. */
export function commandFor(finding: Finding, known: Known): string | null {
  const [title] = finding.fixes;
  if (title === fixTitles.recordChange || title === fixTitles.updateDigest)
    return command('record-change', finding.asset, ' --reason "…"');
  if (title === fixTitles.recordReview) return command('record-change', finding.record, ' --reason "…"');
  if (finding.rule === 'supplier-not-assessed') return command('new supplier-assessment --asset', finding.asset);
  if (finding.rule === 'asset-not-threat-modelled') return growing(title, known);
  return documenting(title, finding, known);
}

/** The command that takes what is new into the threat model that a fix names. */
function growing(title: string | undefined, { snapshot }: Known): string | null {
  const model = snapshot.threatModels.find(({ id }) => fixTitles.addToModel(id) === title);
  return command('new threat-model --update', model?.path ?? null, ' --write');
}

function documenting(title: string | undefined, finding: Finding, { snapshot, catalogue }: Known): string | null {
  const asset = snapshot.assets.find(({ id }) => id === finding.asset);
  const kind = catalogue.records.find(({ assetKind }) => assetKind !== null && assetKind === asset?.kind);
  if (!asset || !kind || title !== fixTitles.document(asset)) return null;
  return command(`new ${kind.id} --asset`, asset.id);
}

/**
 * A command with one word of the repository in it, in quotes where it needs them. Null where that holds what a shell could
 * take for more than a name: such a line is not handed to anybody to paste.
 */
export function command(words: string, name: string | null, more = ''): string | null {
  if (name === null || name.length > 300 || !/^[\p{L}\p{N}_./:@,+=%#~<>()[\] -]+$/u.test(name)) return null;
  const word = /^[\p{L}\p{N}_./:@,+=-]+$/u.test(name) && !name.startsWith('-') ? name : `"${name}"`;
  return `ai-baseline ${words} ${word}${more}`;
}
