/** Shapes of the Language Server Protocol, lines and characters from 0. */
export interface PlacePosition {
  readonly line: number;
  readonly character: number;
}

export interface PlaceRange {
  readonly start: PlacePosition;
  readonly end: PlacePosition;
}

/** A place in a document. */
export interface Place {
  readonly uri: string;
  readonly range: PlaceRange;
}
