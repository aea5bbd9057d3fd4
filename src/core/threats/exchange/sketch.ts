import type { ComponentType, Control, Impact, Likelihood, Risk, Stride, Treatment } from '../../model';
import { isAnswer } from '../../records/answers';

/** A threat model before it has a place in a file: what an importer hands to the writer. Ids are unique in their list. */
export interface Sketch {
  readonly system: string;
  readonly id: string | null;
  readonly version: string | null;
  readonly owner: string | null;
  readonly authors: readonly string[];
  readonly reviewed: string | null;
  readonly purpose: string | null;
  readonly outOfScope: readonly string[];
  readonly assumptions: readonly string[];
  readonly assets: readonly SketchAsset[];
  readonly components: readonly SketchComponent[];
  readonly boundaries: readonly SketchBoundary[];
  readonly flows: readonly SketchFlow[];
  readonly threats: readonly SketchThreat[];
}

export interface SketchAsset {
  readonly id: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly sensitivity: string | null;
}

export interface SketchComponent {
  readonly id: string;
  readonly name: string;
  readonly type: ComponentType;
  /** Id of an asset. */
  readonly asset: string | null;
  /** Id of a boundary. */
  readonly boundary: string | null;
  readonly description: string | null;
}

export interface SketchBoundary {
  readonly id: string;
  readonly name: string;
  readonly inside: string | null;
  readonly description: string | null;
}

export interface SketchFlow {
  readonly id: string;
  /** Ids of components. */
  readonly from: string;
  readonly to: string;
  readonly data: string | null;
  readonly description: string | null;
  readonly protection: string | null;
}

export interface SketchControl {
  readonly text: string;
  readonly state: Control['state'];
  readonly owner: string | null;
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  readonly evidence: string | null;
}

/** What was rated, on both sides of the controls. */
export interface Ratings {
  readonly inherentLikelihood: Likelihood | null;
  readonly inherentImpact: Impact | null;
  readonly inherent: Risk | null;
  readonly likelihood: Likelihood | null;
  readonly impact: Impact | null;
  readonly residual: Risk | null;
}

export const NOT_RATED: Ratings = {
  inherentLikelihood: null,
  inherentImpact: null,
  inherent: null,
  likelihood: null,
  impact: null,
  residual: null,
};

export interface SketchThreat extends Ratings {
  readonly id: string;
  readonly title: string;
  readonly scenario: string | null;
  /** Ids of components, flows or assets. */
  readonly targets: readonly string[];
  readonly stride: readonly Stride[];
  readonly treatment: Treatment | null;
  readonly status: string | null;
  readonly controls: readonly SketchControl[];
  /** Cells that only some formats can hold, by their key in the file. */
  readonly more: Readonly<Record<string, string | readonly string[]>>;
}

/** A text that says something, without spaces around it; null for others, which a threat model takes for an open place. */
export function said(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed !== '' && isAnswer(trimmed) ? trimmed : null;
}

/** Hands out ids, each once in its list, as written where that can be. */
export class Ids {
  private readonly taken = new Set<string>();
  private readonly numbers = new Map<string, number>();

  /** `wanted`, or `base` where that says nothing; with a number behind where it is taken. */
  take(wanted: string, base: string): string {
    const plain = said(wanted.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 200)) ?? base;
    let id = plain;
    let number = this.numbers.get(plain) ?? 1;
    while (this.taken.has(id)) {
      number += 1;
      id = `${plain}-${String(number)}`;
    }
    this.numbers.set(plain, number);
    this.taken.add(id);
    return id;
  }

  has(id: string): boolean {
    return this.taken.has(id);
  }
}
