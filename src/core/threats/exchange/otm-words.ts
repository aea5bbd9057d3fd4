import { IMPACTS, LIKELIHOODS, RISKS, TREATMENTS } from '../../model';
import type { Treatment } from '../../model';
import { riskOf } from '../matrix';
import type { Fields } from './fields';
import { wordOf } from './fields';
import { NOT_RATED, said } from './sketch';
import type { Ratings } from './sketch';

/** The key under `attributes`, which that format leaves free, for what it has no place for. */
export const OWN = 'ai-baseline';

/** The format rates from 0 to 100: our five steps are a quarter apart. */
function numberOf<T extends string>(word: T, words: readonly T[]): number {
  return words.indexOf(word) * 25;
}

function stepOf<T extends string>(value: number, words: readonly T[]): T | null {
  return words[Math.min(Math.max(Math.round(value / 25), 0), words.length - 1)] ?? null;
}

/** What a model of that format says of likelihood and impact; what our own exporter kept beside it goes before. */
export function fromOtmRisk(risk: Fields | null, mine: Fields, left: (words: string) => void): Ratings {
  const kept = {
    inherentLikelihood: wordOf(mine.get('inherent-likelihood'), LIKELIHOODS),
    inherentImpact: wordOf(mine.get('inherent-impact'), IMPACTS),
    likelihood: wordOf(mine.get('likelihood'), LIKELIHOODS),
    impact: wordOf(mine.get('impact'), IMPACTS),
  };
  const likelihood = risk?.number('likelihood') ?? null;
  const impact = risk?.number('impact') ?? null;
  const ofOurs = {
    inherent: wordOf(mine.get('inherent'), RISKS) ?? riskOf(kept.inherentLikelihood, kept.inherentImpact),
    residual: wordOf(mine.get('residual'), RISKS) ?? riskOf(kept.likelihood, kept.impact),
  };
  if (mine.flag('rated') && isAsKept(kept, likelihood, impact)) return { ...kept, ...ofOurs };
  if (risk !== null) leftOfRisk(risk, left);
  const inherentLikelihood = likelihood === null ? null : stepOf(likelihood, LIKELIHOODS);
  const inherentImpact = impact === null ? null : stepOf(impact, IMPACTS);
  return { ...NOT_RATED, inherentLikelihood, inherentImpact, inherent: riskOf(inherentLikelihood, inherentImpact) };
}

/** Words beside the numbers, and numbers between our steps. */
function leftOfRisk(risk: Fields, left: (words: string) => void): void {
  const [likelihood, impact] = [risk.number('likelihood'), risk.number('impact')];
  const words = [risk.text('likelihoodComment'), risk.text('impactComment')].filter((each) => each !== '');
  const uneven = [likelihood, impact].some((value) => value !== null && value % 25 !== 0);
  if (words.length > 0 || uneven) {
    left([`likelihood ${String(likelihood)}, impact ${String(impact)}`, ...words].join('; '));
  }
}

type Kept = Pick<Ratings, 'inherentLikelihood' | 'inherentImpact' | 'likelihood' | 'impact'>;

/** The numbers that go with ratings: those without controls, else those with them. */
export function toOtmRisk(rated: Kept): { readonly likelihood: number | null; readonly impact: number } {
  const likelihood = rated.inherentLikelihood ?? rated.likelihood;
  const impact = rated.inherentImpact ?? rated.impact;
  return {
    likelihood: likelihood === null ? null : numberOf(likelihood, LIKELIHOODS),
    impact: impact === null ? 0 : numberOf(impact, IMPACTS),
  };
}

/** Somebody may have rated anew in the other tool. */
function isAsKept(kept: Kept, likelihood: number | null, impact: number | null): boolean {
  const numbers = toOtmRisk(kept);
  return numbers.likelihood === likelihood && numbers.impact === (impact ?? 0);
}

const STATES: Readonly<Record<Treatment, string>> = {
  mitigate: 'partly-mitigated',
  accept: 'accepted',
  transfer: 'transferred',
  avoid: 'avoided',
  'not-applicable': 'not-applicable',
};

export function toOtmState(treatment: Treatment | null, status: string | null): string {
  if (treatment === 'mitigate' && status === 'done') return 'mitigated';
  return treatment === null ? 'exposed' : STATES[treatment];
}

/** Where a threat stands by its state there; what our own exporter kept goes before as long as the state is the same. */
export function fromOtmState(
  state: string,
  mine: Fields,
): { readonly treatment: Treatment | null; readonly status: string | null } {
  const [treatment, status] = [wordOf(mine.get('treatment'), TREATMENTS), said(mine.text('status'))];
  if (mine.flag('rated') && (state === '' || state === toOtmState(treatment, status))) return { treatment, status };
  const word = state.toLowerCase().replaceAll(/[\s_]+/gu, '-');
  if (word === '' || /^(?:exposed|open|identified)$/u.test(word))
    return { treatment: null, status: word === '' ? null : 'open' };
  if (word === 'mitigated') return { treatment: 'mitigate', status: 'done' };
  const known = TREATMENTS.find((each) => STATES[each] === word);
  return known === undefined ? { treatment: null, status: said(state) } : { treatment: known, status: null };
}

const SIDES = ['confidentiality', 'integrity', 'availability'] as const;

/** What it costs to lose an asset, in words. */
export function sensitivityOf(risk: Fields | null, kept: string | null): string | null {
  if (kept !== null || risk === null) return kept;
  const sides = SIDES.flatMap((side) => {
    const value = risk.number(side);
    return value === null ? [] : [`${side} ${String(value)}`];
  });
  const words = [risk.text('comment'), risk.text('riskComments')].filter((each) => each !== '');
  return said([sides.join(', '), ...words].filter((each) => each !== '').join('; '));
}

export interface OtmAssetRisk {
  readonly confidentiality: number;
  readonly integrity: number;
  readonly availability: number;
}

/** The numbers in the words of `sensitivityOf`; null where they are words of somebody's own. */
export function assetRisk(sensitivity: string | null): (OtmAssetRisk & { readonly comment?: string }) | null {
  const found = /^confidentiality (\d{1,4}), integrity (\d{1,4}), availability (\d{1,4})(?:; ([^]*))?$/u.exec(
    sensitivity ?? '',
  );
  if (found === null) return null;
  const [confidentiality = 0, integrity = 0, availability = 0] = found.slice(1, 4).map(Number);
  const risk = { confidentiality, integrity, availability };
  return found[4] === undefined ? risk : { ...risk, comment: found[4] };
}
