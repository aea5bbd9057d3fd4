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
    ...rules.map(({ id, title }) => ({ query: id, words: title, weight: 0.75 })),
    ...placedProvisions(catalogue).map(({ provision }) => ({
      query: provision.id,
      words: provision.summary,
      weight: 0.65,
    })),
    ...catalogue.principles.map(({ number, title }) => ({
      query: `principle ${String(number)}`,
      words: title,
      weight: 0.75,
    })),
    ...catalogue.frameworks.map(({ id, title }) => ({ query: id, words: title, weight: 0.6 })),
    ...phasesOf(catalogue).map(({ title }) => ({ query: title.toLowerCase(), words: title, weight: 0.75 })),
  ];
  return candidates
    .map(({ query, words, weight }) => ({ query, score: score(asked, query) || (mentions(words, asked) ? weight : 0) }))
    .filter((candidate) => candidate.score > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, AT_MOST)
    .map((candidate) => candidate.query);
}

/** How alike two names are, to 1; 0 where they have little in common. */
function score(asked: string, query: string): number {
  const alike = 1 - distance(asked, query) / Math.max(asked.length, query.length);
  return alike >= 0.6 ? alike : 0;
}

/** Whether all the words asked for occur in a title or summary. */
function mentions(words: string, asked: string): boolean {
  const parts = asked.split(/[ -]/u).filter((part) => part.length > 2);
  return parts.length > 0 && parts.every((part) => words.toLowerCase().includes(part));
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
