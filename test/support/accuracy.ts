import { NEVER_CANCELLED, type Asset } from '../../src/core';
import { assetsFound, KINDS, type Kind, type Label, type LabelledProject } from './labelled-projects';

/** How well a project was read. */
export interface Score {
  readonly project: string;
  readonly missed: readonly Label[];
  readonly extra: readonly Asset[];
  /** Found, but wrongly said to be documented or not. */
  readonly misjudged: readonly Label[];
  readonly tallies: Readonly<Record<Kind, Tally>>;
}

/** Assets found, reports of nothing, assets missed; labels on which the word about documents is right, of those found. */
export interface Tally {
  found: number;
  extra: number;
  missed: number;
  documented: [right: number, all: number];
  undocumented: [right: number, all: number];
}

const SLACK = 3;

const empty = (): Tally => ({ found: 0, extra: 0, missed: 0, documented: [0, 0], undocumented: [0, 0] });

function emptyTallies(): Record<Kind, Tally> {
  return { model: empty(), prompt: empty(), dataset: empty() };
}

/** Holds what is found in a project against its labels. */
export async function scoreOf(project: LabelledProject): Promise<Score> {
  const found = await assetsFound(project);
  const tallies = emptyTallies();
  const lines = await linesOf(project);
  const fits = (label: Label, asset: Asset) => label.kind === asset.kind && fitsBy(label, asset, lines.get(label));
  const missed: Label[] = [];
  const misjudged: Label[] = [];
  for (const label of project.labels.filter(({ arguable }) => !arguable)) {
    const tally = tallies[label.kind];
    const by = found.filter((asset) => fits(label, asset));
    if (by.length === 0) {
      tally.missed += 1;
      missed.push(label);
      continue;
    }
    tally.found += 1;
    if (label.documented === null) continue;
    const side = tally[label.documented ? 'documented' : 'undocumented'];
    side[1] += 1;
    if (by.some(({ documented }) => documented) === label.documented) side[0] += 1;
    else misjudged.push(label);
  }
  const extra = found.filter((asset) => !project.labels.some((label) => fits(label, asset)));
  for (const { kind } of extra) tallies[kind as Kind].extra += 1;
  return { project: project.name, missed, extra, misjudged, tallies };
}

function fitsBy(label: Label, asset: Asset, line: number | undefined): boolean {
  if (label.kind !== 'prompt') return namesOf(asset).some((name) => same(name, label.name));
  return asset.sites.some(
    (site) =>
      site.path === label.name &&
      (label.snippet === null || (line !== undefined && site.line - SLACK <= line && line <= site.endLine + SLACK)),
  ) || (label.snippet === null && asset.name === label.name); // prettier-ignore
}

/** The lines (from 1) where the snippets of prompts stand. */
async function linesOf({ labels, workspace }: LabelledProject): Promise<ReadonlyMap<Label, number>> {
  const lines = new Map<Label, number>();
  for (const label of labels) {
    if (label.snippet === null) continue;
    const content = await workspace.read(label.name, NEVER_CANCELLED);
    const text = content.kind === 'text' ? content.text : '';
    const at = text.indexOf(label.snippet);
    if (at < 0) throw new Error(`${label.name} does not hold "${label.snippet}"`);
    lines.set(label, text.slice(0, at).split('\n').length);
  }
  return lines;
}

function namesOf({ name, aliases }: Asset): string[] {
  return [name, ...aliases];
}

const bare = (name: string) => name.replace(/^\.\//u, '').replace(/\/$/u, '').toLowerCase();
const baseOf = (name: string) => name.slice(name.lastIndexOf('/') + 1);
const isFile = (name: string) => /\.[a-z][a-z0-9]{0,11}$/u.test(name);

function same(found: string, expected: string): boolean {
  const [a, b] = [bare(found), bare(expected)];
  return a === b || (isFile(a) && isFile(b) && baseOf(a) === baseOf(b));
}

export function added(scores: readonly Score[]): Record<Kind, Tally> {
  const sum = emptyTallies();
  for (const { tallies } of scores) {
    for (const kind of KINDS) {
      const [to, from] = [sum[kind], tallies[kind]];
      to.found += from.found;
      to.extra += from.extra;
      to.missed += from.missed;
      for (const side of ['documented', 'undocumented'] as const)
        to[side] = [to[side][0] + from[side][0], to[side][1] + from[side][1]];
    }
  }
  return sum;
}

export function precision({ found, extra }: Tally): number {
  return found + extra === 0 ? 1 : found / (found + extra);
}

export function recall({ found, missed }: Tally): number {
  return found + missed === 0 ? 1 : found / (found + missed);
}

function f1(tally: Tally): number {
  const [p, r] = [precision(tally), recall(tally)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** The lines of the table that the README shows. */
export function accuracyTable(scores: readonly Score[]): string[] {
  const sum = added(scores);
  const rows = KINDS.map((kind) => {
    const tally = sum[kind];
    const numbers = [precision(tally), recall(tally), f1(tally)].map((value) => value.toFixed(3));
    return `| ${kind} | ${tally.found + tally.missed} | ${numbers.join(' | ')} |`;
  });
  return ['| kind | labelled | precision | recall | F1 |', '| --- | --- | --- | --- | --- |', ...rows];
}
