import type { Range } from './position';
import type { ComponentType, Impact, Likelihood, Risk, Treatment } from './threat-model';

export interface DiagramPoint {
  readonly x: number;
  readonly y: number;
}

/** A box of the diagram: its upper left corner and its size, in units of the drawing. */
export interface DiagramBox extends DiagramPoint {
  readonly width: number;
  readonly height: number;
}

export interface DiagramNode extends DiagramBox {
  readonly id: string;
  readonly name: string;
  /** `unknown` where a flow names something that no component is. */
  readonly type: ComponentType | 'unknown';
  /** Name cut into lines that fit. */
  readonly lines: readonly string[];
  /** Threats that aim at it; `open` of them have no treatment. */
  readonly threats: number;
  readonly open: number;
  /** The highest residual risk of those, where one is rated. */
  readonly risk: Risk | null;
  readonly range: Range;
}

export interface DiagramBoundary extends DiagramBox {
  readonly id: string;
  readonly name: string;
  /** Its name, cut to the width. */
  readonly shown: string;
  readonly range: Range;
}

export interface DiagramFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly points: readonly DiagramPoint[];
  readonly labelAt: DiagramPoint;
  readonly crosses: boolean;
  readonly range: Range;
}

/** How many threats stand in each field of the matrix of likelihood and impact, and how many are not rated. */
export interface RiskMatrix {
  readonly cells: readonly {
    readonly likelihood: Likelihood;
    readonly impact: Impact;
    readonly risk: Risk | null;
    readonly threats: readonly { readonly id: string; readonly title: string; readonly range: Range }[];
  }[];
  readonly unrated: number;
}

/** A threat beside the picture, with the parts it aims at. */
export interface DiagramThreat {
  readonly id: string;
  readonly title: string;
  readonly likelihood: Likelihood | null;
  readonly impact: Impact | null;
  readonly risk: Risk | null;
  readonly treatment: Treatment | null;
  /** Ids of nodes. */
  readonly nodes: readonly string[];
  readonly range: Range;
}

/** A threat model as a picture: laid out, with the place in the file of everything in it. */
export interface Diagram {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DiagramNode[];
  readonly boundaries: readonly DiagramBoundary[];
  readonly flows: readonly DiagramFlow[];
  readonly matrix: RiskMatrix;
  readonly list: readonly DiagramThreat[];
  readonly threats: number;
  readonly open: number;
  /** Parts that were left out since the model is larger than can be drawn. */
  readonly left: number;
}
