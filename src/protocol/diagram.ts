/** `uri` of a threat model. */
export interface DiagramParams {
  readonly uri: string;
}

/** Lines and columns from 1. */
interface At {
  readonly line: number;
  readonly column: number;
}

export interface DiagramThreatRow extends At {
  readonly id: string;
  readonly title: string;
  readonly likelihood: string | null;
  readonly impact: string | null;
  readonly risk: string | null;
  readonly treatment: string | null;
  /** Ids of the parts it aims at: `data-id` in the picture. */
  readonly nodes: readonly string[];
  readonly endLine: number;
}

/** A threat model as it is shown beside its file. */
export interface DiagramPage {
  readonly title: string;
  /** The picture as one SVG that needs nothing else; its parts have `data-line`, `data-column`, `data-end-line`. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What each shape that occurs stands for. */
  readonly legend: readonly { readonly type: string; readonly words: string }[];
  readonly likelihoods: readonly string[];
  readonly impacts: readonly string[];
  /** The risk of each field of the matrix, by likelihood and then impact. */
  readonly risks: readonly string[];
  readonly threats: readonly DiagramThreatRow[];
  /** What is still to be done, as Problems says it. */
  readonly points: readonly (At & { readonly message: string })[];
  /** Points that were left out of the list. */
  readonly morePoints: number;
  /** Parts and flows that were left out since the model is too large to be drawn whole. */
  readonly left: number;
}

/** `why`: what is broken where there is no page. */
export interface DiagramAnswer {
  readonly page: DiagramPage | null;
  readonly why: string | null;
}

/** Arguments of the client command `aiBaseline.showDiagram`. */
export interface ShowDiagramArguments {
  readonly uri: string;
}

/** What the webview of a diagram tells the extension. */
export type FromDiagram =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'open' } & At)
  | { readonly kind: 'svg' }
  /** A picture as base64. */
  | { readonly kind: 'png'; readonly base64: string };

/** What the extension tells the webview of a diagram; `uri` is kept so that it comes back after a restart. */
export type ToDiagram =
  | ({ readonly kind: 'page'; readonly uri: string } & DiagramAnswer)
  | { readonly kind: 'cursor'; readonly line: number | null };
