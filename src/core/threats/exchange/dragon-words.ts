import { IMPACTS, LIKELIHOODS, RISKS, TREATMENTS } from '../../model';
import type { Risk, Treatment } from '../../model';
import { riskOf } from '../matrix';
import { riskWord } from './fields';
import { NOT_RATED, said } from './sketch';
import type { Ratings, SketchControl } from './sketch';

/** Ratings and decisions of a threat, as far as Threat Dragon has words for them. */
export interface DragonRating extends Ratings {
  readonly treatment: Treatment | null;
  readonly status: string | null;
}

const STATUS_OF: Readonly<Record<string, Pick<DragonRating, 'treatment' | 'status'>>> = {
  open: { treatment: null, status: 'open' },
  mitigated: { treatment: 'mitigate', status: 'done' },
  accepted: { treatment: 'accept', status: null },
  transferred: { treatment: 'transfer', status: null },
  avoided: { treatment: 'avoid', status: null },
  eliminated: { treatment: 'avoid', status: 'done' },
  na: { treatment: 'not-applicable', status: null },
};

const SEVERITY: Readonly<Record<Risk, string>> = {
  'very-low': 'Low',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Critical',
};

const KEYS = [
  ['inherent likelihood', 'inherentLikelihood', LIKELIHOODS],
  ['inherent impact', 'inherentImpact', IMPACTS],
  ['inherent', 'inherent', RISKS],
  ['likelihood', 'likelihood', LIKELIHOODS],
  ['impact', 'impact', IMPACTS],
  ['residual', 'residual', RISKS],
  ['treatment', 'treatment', TREATMENTS],
] as const;

export interface DragonWords {
  readonly status: string;
  readonly severity: string;
  readonly score: string;
}

/** A rating in the words of Threat Dragon; what its severity and status cannot say stands in its free field `score`. */
export function toDragonWords(rating: DragonRating): DragonWords {
  const status = dragonStatus(rating);
  const risk = rating.residual ?? rating.inherent;
  const severity = risk === null ? 'TBD' : SEVERITY[risk];
  const plain = plainRating(status, severity);
  const parts = KEYS.flatMap(([words, key]) =>
    rating[key] === null || (key === 'treatment' && plain.treatment === rating.treatment)
      ? []
      : [`${words} ${rating[key]}`],
  );
  if (rating.status !== null && rating.status !== plain.status) parts.push(`status ${rating.status}`);
  const same = KEYS.every(([, key]) => plain[key] === rating[key]) && plain.status === rating.status;
  return { status, severity, score: same ? '' : parts.join(', ') };
}

function dragonStatus({ treatment, status }: DragonRating): string {
  switch (treatment) {
    case 'accept':
      return 'Accepted';
    case 'transfer':
      return 'Transferred';
    case 'avoid':
      return status === 'done' ? 'Eliminated' : 'Avoided';
    case 'not-applicable':
      return 'NA';
    case 'mitigate':
      return status === 'done' ? 'Mitigated' : 'Open';
    default:
      return 'Open';
  }
}

/** Reads what `toDragonWords` writes, and what people choose in Threat Dragon. `left` is a score of somebody's own. */
export function fromDragonWords({ status, severity, score }: DragonWords): {
  readonly rating: DragonRating;
  readonly left: string;
} {
  const plain = plainRating(status, severity);
  const own = ownRating(score, plain);
  const agrees = own !== null && sameSeverity(own, severity);
  return agrees ? { rating: own, left: '' } : { rating: plain, left: score };
}

function sameSeverity({ residual, inherent }: Ratings, severity: string): boolean {
  const risk = residual ?? inherent;
  return (risk === null ? 'TBD' : SEVERITY[risk]) === severity;
}

function plainRating(status: string, severity: string): DragonRating {
  const known = STATUS_OF[status.toLowerCase().replace(/[^a-z]/gu, '')];
  const decided = known ?? { treatment: null, status: said(status) };
  return { ...NOT_RATED, inherent: riskWord(severity), ...decided };
}

function ownRating(score: string, { treatment, status }: DragonRating): DragonRating | null {
  if (score === '') return null;
  const found: Record<string, string | null> = { ...NOT_RATED, treatment, status };
  for (const part of score.split(', ')) {
    const key = KEYS.find(([words, , values]) => values.some((value) => part === `${words} ${value}`));
    if (key) found[key[1]] = part.slice(key[0].length + 1);
    else if (part.startsWith('status ')) found.status = part.slice(7);
    else return null;
  }
  const rating = found as unknown as DragonRating;
  return {
    ...rating,
    inherent: rating.inherent ?? riskOf(rating.inherentLikelihood, rating.inherentImpact),
    residual: rating.residual ?? riskOf(rating.likelihood, rating.impact),
  };
}

/** Controls as one text: one alone as it is, where the status of the threat says whether it is in place. */
export function toMitigation(controls: readonly SketchControl[], status: string): string {
  const [only] = controls;
  if (only === undefined) return '';
  const plain = controls.length === 1 && only.owner === null && only.due === null && only.evidence === null;
  if (plain && only.state === stateOf(status) && !MARK.test(only.text)) return only.text;
  return controls.map(controlLine).join('\n');
}

const MARK = /^- \[(planned|in place)\] /u;

function stateOf(status: string): SketchControl['state'] {
  return /^(?:mitigated|eliminated)$/iu.test(status) ? 'in-place' : 'planned';
}

function controlLine({ text, state, owner, due, evidence }: SketchControl): string {
  const more = [
    ['owner', owner],
    ['due', due],
    ['evidence', evidence],
  ] as const;
  const lines = more.flatMap(([key, value]) => (value === null ? [] : [`\n    ${key}: ${oneLine(value)}`]));
  return `- [${state === 'planned' ? 'planned' : 'in place'}] ${text.replaceAll('\n', '\n  ')}${lines.join('')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' ');
}

/** Reads what `toMitigation` writes; anything else is one control. */
export function fromMitigation(text: string, status: string): SketchControl[] {
  const words = said(text);
  if (words === null) return [];
  if (!MARK.test(words)) return [{ text: words, state: stateOf(status), owner: null, due: null, evidence: null }];
  return words.split(/\n(?=- \[(?:planned|in place)\] )/u).flatMap((part) => {
    const state = part.startsWith('- [planned]') ? 'planned' : 'in-place';
    const lines = part.replace(MARK, '').split('\n');
    const more = new Map<string, string>();
    while (lines.length > 1) {
      const found = /^ {4}(owner|due|evidence): (.+)$/u.exec(lines.at(-1) ?? '');
      if (found === null) break;
      lines.pop();
      more.set(found[1] ?? '', found[2] ?? '');
    }
    const control = said(lines.map((line) => line.replace(/^ {2}/u, '')).join('\n'));
    const [owner, due, evidence] = ['owner', 'due', 'evidence'].map((key) => said(more.get(key)));
    return control === null
      ? []
      : [{ text: control, state, owner: owner ?? null, due: due ?? null, evidence: evidence ?? null } as const];
  });
}

const [SECRET, PUBLIC] = ['encrypted', 'over a public network'];

export interface DragonProtection {
  readonly protocol: string;
  readonly isEncrypted: boolean;
  readonly isPublicNetwork: boolean;
}

/** How a flow is protected, in the fields of Threat Dragon; what is more than those goes into its free field `protocol`. */
export function toDragonProtection(protection: string | null): DragonProtection {
  const text = protection ?? '';
  const isEncrypted = saysEncrypted(text);
  const isPublicNetwork = text.includes(PUBLIC);
  const tail = [...(isEncrypted ? [SECRET] : []), ...(isPublicNetwork ? [PUBLIC] : [])].join(', ');
  const whole = text === tail;
  const protocol = whole ? '' : tail !== '' && text.endsWith(`, ${tail}`) ? text.slice(0, -tail.length - 2) : text;
  return { protocol, isEncrypted, isPublicNetwork };
}

export function fromDragonProtection({ protocol, isEncrypted, isPublicNetwork }: DragonProtection): string | null {
  const parts = [
    protocol,
    ...(isEncrypted && !saysEncrypted(protocol) ? [SECRET] : []),
    ...(isPublicNetwork && !protocol.includes(PUBLIC) ? [PUBLIC] : []),
  ];
  return said(parts.filter((part) => part !== '').join(', '));
}

/** True where words say that something is encrypted, and not that it is not. */
export function saysEncrypted(text: string): boolean {
  return (
    /(?<![\p{L}-])encrypted(?!\p{L})/iu.test(text) && !/(?<!\p{L})(?:not|never|un-?|isn't) ?encrypted/iu.test(text)
  );
}
