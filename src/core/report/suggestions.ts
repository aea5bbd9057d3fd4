import type { Catalogue } from '../catalogue';
import { phasesOf, placedProvisions } from '../catalogue/lookup';

const AT_MOST = 5;

/** Queries that `explain` answers and that look or mean like what was asked: nearest first, none where all are far. */
export function nearest(
  asked: string,
  catalogue: Catalogue,
  rules: readonly { readonly id: string; readonly title: string }[],
): string[] {
  const candidates = [
    ...rules.map(({ id, title }) => ({ query: id, words: title })),
    ...placedProvisions(catalogue).map(({ provision }) => ({ query: provision.id, words: provision.summary })),
    ...catalogue.principles.map(({ number, title }) => ({ query: `principle ${String(number)}`, words: title })),
    ...phasesOf(catalogue).map(({ title }) => ({ query: title.toLowerCase(), words: title })),
  ];
  return candidates
    .map(({ query, words }) => ({ query, score: score(asked, query, words.toLowerCase()) }))
    .filter((candidate) => candidate.score > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, AT_MOST)
    .map((candidate) => candidate.query);
}

/** 0 (nothing in common) to 1: how alike the names are, or else whether all words asked for occur in the text. */
function score(asked: string, query: string, words: string): number {
  if (asked === '') return 0;
  const alike = 1 - distance(asked, query) / Math.max(asked.length, query.length);
  const parts = asked.split(/[ -]/u).filter((part) => part.length > 2);
  const mentioned = parts.length > 0 && parts.every((part) => words.includes(part));
  return Math.max(alike >= 0.6 ? alike : 0, mentioned ? 0.7 : 0);
}

/** Edits (insert, delete, replace) between two texts; the length of both is bounded by the callers. */
function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
