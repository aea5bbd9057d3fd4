import type { ThreatCatalogue } from '../catalogue';
import { IMPACTS, LIKELIHOODS } from '../model';
import type { ThreatModel, Threat } from '../model';
import type { ThreatAssist } from './assist-values';
import { matrixText, riskOf } from './matrix';
import { wordsOf } from './words';

/** What a hover is asked about: a word of the file, with the keys it stands under, outermost first. */
export interface WordInModel {
  readonly word: string;
  readonly names: readonly string[];
  readonly line: number;
  /** What is said of its column; null where it stands in none. */
  readonly about: string | null;
}

const RATINGS = /^(?:inherent-)?(?:likelihood|impact)$|^(?:inherent|residual)$/u;

/** Explains a word of a threat model, in Markdown; null where there is nothing to say that holds for threat models alone. */
export function threatHover(
  { word, names, line, about }: WordInModel,
  { catalogue, model }: ThreatAssist,
): string | null {
  const key = (names.at(-1) ?? '').replaceAll('_', '-');
  const known = frameworkText(word, catalogue) ?? (key === 'attack-path' ? pathText(word, catalogue) : null);
  if (known !== null) return known;
  if (names[0] === 'threats' && RATINGS.test(key)) {
    const threat = model?.threats.find(({ range }) => range.line <= line && line <= range.endLine);
    return [...(about === null ? [] : [about]), ratingText(key, word, threat)].join('\n\n');
  }
  const words = wordsOf(key);
  if (Object.hasOwn(words, word)) return `${about === null ? '' : `${about}\n\n`}**${word}**: ${words[word] ?? ''}`;
  return model && REFERENCES.has(key) ? partText(word, model) : null;
}

const REFERENCES: ReadonlySet<string> = new Set([
  'boundary',
  'inside',
  'component',
  'from',
  'to',
  'entry',
  'threat',
  'asset',
]);

/** An id of ATLAS or OWASP with its name and where it is explained. */
function frameworkText(word: string, { atlas, owasp }: ThreatCatalogue): string | null {
  if (/^AML\./u.test(word)) {
    const name = [atlas.techniques, atlas.tactics, atlas.mitigations].map((names) => names[word]).find(Boolean);
    const replaced = atlas.replaced.find(({ id }) => id === word);
    if (replaced)
      return `**${word}** ${replaced.name}\n\nNo longer in ATLAS ${atlas.release}: it is ${replaced.by} now.`;
    if (name === undefined) return null;
    const folder = word.startsWith('AML.TA') ? 'tactics' : word.startsWith('AML.M') ? 'mitigations' : 'techniques';
    return `**${word}** ${name}\n\n[${atlas.title} ${atlas.release}](${atlas.url}/${folder}/${word})`;
  }
  const list = owasp.lists.find(({ entries }) => Object.hasOwn(entries, word));
  if (!list) return null;
  const next = owasp.successors[word];
  const later = next === undefined ? '' : `\n\nIn the later edition: ${next}`;
  return `**${word}** ${list.entries[word] ?? ''}\n\n[${list.title}](${list.url})${later}`;
}

function pathText(word: string, { paths }: ThreatCatalogue): string | null {
  const path = paths.find(({ id }) => id === word);
  if (!path) return null;
  return [
    `**${path.title}**`,
    path.happens,
    `**Applies:** ${path.applies}`,
    `**Look for**\n\n${path.lookFor.map((line) => `- ${line}`).join('\n')}`,
    `**What helps**\n\n${path.mitigations.map(({ text }) => `- ${text}`).join('\n')}`,
    `ATLAS ${[...path.atlas.primary].join(', ')} · OWASP ${[...path.owasp.published, ...path.owasp.ours].join(', ') || 'none'} · ${path.provisions.join(', ')}`,
  ].join('\n\n');
}

/** The step, what the matrix makes of it together with the other one, and the matrix itself. */
function ratingText(key: string, word: string, threat: Threat | undefined): string {
  const words = wordsOf(key);
  const meaning = Object.hasOwn(words, word) ? [`**${word}**: ${words[word] ?? ''}`] : [];
  const before = key.startsWith('inherent');
  const [likelihood, impact] = before
    ? [threat?.inherentLikelihood ?? null, threat?.inherentImpact ?? null]
    : [threat?.likelihood ?? null, threat?.impact ?? null];
  const risk = riskOf(likelihood, impact);
  const said = risk === null ? [] : [`${likelihood ?? ''} × ${impact ?? ''} = **${risk}** by the matrix`];
  const about = `The matrix reads ${LIKELIHOODS.length} likelihoods and ${IMPACTS.length} impacts. Who sees a risk otherwise writes it itself.`;
  return [...meaning, ...said, about, matrixText()].join('\n\n');
}

function partText(word: string, model: ThreatModel): string | null {
  const component = model.components.find(({ id }) => id === word);
  if (component) {
    const where = component.boundary === null ? '' : `, in ${plain(component.boundary.text)}`;
    return described(`${component.type} ${plain(component.name)}${where}`, component.description);
  }
  const boundary = model.boundaries.find(({ id }) => id === word);
  if (boundary) return described(`trust boundary ${plain(boundary.name)}`, null);
  const entry = model.entryPoints.find(({ id }) => id === word);
  if (entry) return described(`entry point ${plain(entry.name)}`, null);
  const threat = model.threats.find(({ id }) => id.text === word);
  if (!threat) return null;
  return described(
    `threat ${plain(threat.title)}`,
    threat.residual === null ? 'Not rated yet' : `Residual risk: ${threat.residual}`,
  );
}

function described(title: string, text: string | null): string {
  return text === null ? `**${title}**` : `**${title}**\n\n${plain(text)}`;
}

/** Text of the file without marks that Markdown would read. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\\`*_[\]<>#|!]/gu, (mark) => `\\${mark}`)
    .slice(0, 400);
}
