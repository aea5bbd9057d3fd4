import type { Catalogue, Principle } from '../catalogue';
import { phasesOf, placedProvisions } from '../catalogue/lookup';
import type { Phase, Placed } from '../catalogue/lookup';
import { principleLines } from './catalogue';
import { frameworkText } from './mappings';
import { provisionText } from './provision';
import { nearest } from './suggestions';
import { wrap } from './text-layout';

/** What `explain` needs to know of a rule. */
export interface ExplainedRule {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly provisions: readonly string[];
  readonly severity: string;
}

export type Explanation =
  | { readonly kind: 'text'; readonly text: string }
  /** Nothing has that name; queries that would be answered, nearest first. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** One thing that a query can mean. */
interface Meaning {
  /** What was understood, where the query could have meant something else. */
  readonly said: string;
  /** What to type for this meaning alone. */
  readonly query: string;
  readonly lines: readonly string[];
}

type Numbering = 'clause' | 'uk' | 'either';

/**
 * Explains what a person names: a provision (`5.2.4-3`), a clause or UK number (`5.2.4`, `8.1.1`; some numbers are
 * both, then both are shown; "UK 5.4.1" and "clause 5.4.1" mean one), a principle (`principle 8`), a phase, a rule, another
 * framework (`iso-27001`) or an item of one (`A.5.9`).
 */
export function explain(catalogue: Catalogue, query: string, rules: readonly ExplainedRule[] = []): Explanation {
  const asked = normalise(query);
  const rule = rules.find(({ id }) => id === asked);
  if (rule !== undefined) return text(ruleLines(rule));
  const meanings = [
    ...provisionMeanings(catalogue, asked, rules),
    ...principleMeanings(catalogue, asked),
    ...phaseMeanings(catalogue, asked),
    ...frameworkMeanings(catalogue, asked),
  ];
  const [only] = meanings;
  if (only === undefined) return { kind: 'unknown', suggestions: nearest(asked, catalogue, rules) };
  if (meanings.length > 1) return text(ambiguous(query.trim(), meanings));
  return text(only.said === '' ? only.lines : [only.said, '', ...only.lines]);
}

function text(lines: readonly string[]): Explanation {
  return { kind: 'text', text: `${lines.join('\n')}\n` };
}

/** Lower case, plain hyphens, single spaces, without the name of the standard or a closing full stop. */
function normalise(query: string): string {
  return query
    .trim()
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^(etsi )?en 304 223 /u, '')
    .replace(/^provision /u, '')
    .replace(/\.$/u, '');
}

/** Splits off which numbering is meant: "UK 5.4.1", "clause 5.4.1". */
function numberIn(asked: string): { numbering: Numbering; number: string } {
  const named = /^(uk|clause)(?: code)? (.+)$/u.exec(asked);
  if (named === null) return { numbering: 'either', number: asked };
  return { numbering: named[1] === 'uk' ? 'uk' : 'clause', number: named[2] ?? '' };
}

function provisionMeanings(catalogue: Catalogue, asked: string, rules: readonly ExplainedRule[]): Meaning[] {
  const { numbering, number } = numberIn(asked);
  return placedProvisions(catalogue).flatMap((placed) => {
    const { id, uk, ukBasis } = placed.provision;
    const byId = id === number;
    const byUk = numbering !== 'clause' && uk === number;
    if (!byId && !byUk) return [];
    const basis = { seen: '', quoted: ' as others quote it', derived: ' as derived by rule' };
    const said = byId ? '' : `Number ${uk} of the UK Code of Practice${basis[ukBasis]} is provision ${id}.`;
    return [{ said, query: id, lines: [...provisionText(catalogue, placed), ...servingRules(placed, rules)] }];
  });
}

function servingRules({ provision }: Placed, rules: readonly ExplainedRule[]): string[] {
  const serving = rules.filter((rule) => rule.provisions.includes(provision.id));
  if (serving.length === 0) return [];
  return ['', 'Rules that point to it', ...serving.map((rule) => `  ${rule.id} (${rule.severity}): ${rule.title}`)];
}

function principleMeanings(catalogue: Catalogue, asked: string): Meaning[] {
  const { numbering, number } = numberIn(asked);
  const bare = /^(?:principle |p)?(\d+)$/u.exec(asked)?.[1];
  const clause = numbering === 'uk' ? null : number.replace(/^principle /u, '');
  const title = asked.replace(/^principle /u, '');
  return catalogue.principles
    .filter(
      (principle) =>
        String(principle.number) === bare ||
        (numbering === 'uk' && String(principle.number) === number) ||
        principle.clause === clause ||
        principle.title.toLowerCase() === title,
    )
    .map((principle) => ({
      said: principle.clause === clause ? `Clause ${principle.clause} is Principle ${String(principle.number)}.` : '',
      query: `principle ${String(principle.number)}`,
      lines: principleText(principle),
    }));
}

function principleText(principle: Principle): string[] {
  return [
    `${principle.phase} (clause ${principle.phaseClause})`,
    ...wrap(principle.summary),
    '',
    ...principleLines(principle),
  ];
}

function phaseMeanings(catalogue: Catalogue, asked: string): Meaning[] {
  const { numbering, number } = numberIn(asked);
  const isAsked = (phase: Phase, index: number) =>
    (numbering !== 'uk' && phase.clause === number) ||
    phase.title.toLowerCase() === asked ||
    phase.title.toLowerCase() === `secure ${asked}` ||
    asked === `phase ${String(index + 1)}`;
  return phasesOf(catalogue)
    .filter(isAsked)
    .map((phase) => ({
      said: phase.clause === number ? `Clause ${phase.clause} is the phase ${phase.title}.` : '',
      query: phase.title.toLowerCase(),
      lines: [
        `${phase.title} (clause ${phase.clause})`,
        ...phase.principles.flatMap((principle) => ['', ...principleLines(principle)]),
      ],
    }));
}

function frameworkMeanings(catalogue: Catalogue, asked: string): Meaning[] {
  const lines = frameworkText(catalogue, asked);
  return lines === null ? [] : [{ said: '', query: asked, lines }];
}

function ambiguous(query: string, meanings: readonly Meaning[]): string[] {
  return [
    ...wrap(
      `"${query}" is ambiguous: it can be a clause of EN 304 223 or a number of the UK Code of Practice. Both are shown.`,
    ),
    ...meanings.flatMap(({ said, query: precise, lines }) => [
      '',
      `== ${said} To see it alone: explain ${precise}`,
      '',
      ...lines,
    ]),
  ];
}

function ruleLines(rule: ExplainedRule): string[] {
  return [
    `${rule.id} (${rule.severity}): ${rule.title}`,
    `Provisions: ${rule.provisions.length === 0 ? 'none; it is about records, suppressions and configuration themselves' : rule.provisions.join(', ')}`,
    '',
    withoutMarks(rule.explanation.trim()),
  ];
}

/** Markdown without the marks of code, bold and italic; code first, since globs have stars in them. */
function withoutMarks(markdown: string): string {
  const marked = /`([^`]{1,200})`|\*\*([^*]{1,200})\*\*|\*(\S[^*`]{0,200}?)\*/gu;
  return markdown.replace(marked, (_, code?: string, bold?: string, italic?: string) => code ?? bold ?? italic ?? '');
}
