import { IMPACTS, LIKELIHOODS } from '../model';
import type { Impact, Likelihood, Risk } from '../model';

/**
 * The matrix that risks are read from: a row for each likelihood, in it a risk for each impact. It is ours, and stated so
 * that everybody reads the same: the standard asks for no particular one. Whoever sees it otherwise writes the risk itself.
 */
const MATRIX: Readonly<Record<Likelihood, readonly [Risk, Risk, Risk, Risk, Risk]>> = {
  certain: ['low', 'medium', 'high', 'very-high', 'very-high'],
  likely: ['low', 'medium', 'medium', 'high', 'very-high'],
  possible: ['low', 'low', 'medium', 'high', 'high'],
  unlikely: ['very-low', 'low', 'low', 'medium', 'high'],
  rare: ['very-low', 'very-low', 'low', 'low', 'medium'],
};

/** The risk of a likelihood and an impact; null where one of them is not given. */
export function riskOf(likelihood: Likelihood, impact: Impact): Risk;
export function riskOf(likelihood: Likelihood | null, impact: Impact | null): Risk | null;
export function riskOf(likelihood: Likelihood | null, impact: Impact | null): Risk | null {
  if (likelihood === null || impact === null) return null;
  return MATRIX[likelihood][IMPACTS.indexOf(impact)] ?? MATRIX[likelihood][0];
}

/** The matrix as a table in Markdown, the likeliest first. */
export function matrixText(): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['likelihood \\ impact', ...IMPACTS]),
    line(['---', ...IMPACTS.map(() => '---')]),
    ...[...LIKELIHOODS].reverse().map((likelihood) => line([`**${likelihood}**`, ...MATRIX[likelihood]])),
  ].join('\n');
}
