/** What a document tells about one field of a record. */
export interface Told {
  /** Empty where the document says it at length and the record only points there. */
  readonly texts: readonly string[];
  readonly path: string;
  /** Line of the document; null for the document as a whole. */
  readonly line: number | null;
}

/** What a new record takes over from documents that are there. */
export interface Adoption {
  /** The documents, the most telling one first. */
  readonly paths: readonly string[];
  /** By the key or heading of the field. */
  readonly told: ReadonlyMap<string, Told>;
  /** Who wrote them, where they say so. */
  readonly authors: readonly string[];
}

/** `README.md:12` */
export function toldWhere({ path, line }: Told): string {
  return line === null ? path : `${path}:${line}`;
}

/** A link from one file of the project to another. */
export function relativeLink(from: string, to: string): string {
  const up = from.split('/').slice(0, -1);
  const down = to.split('/');
  while (up.length > 0 && down.length > 1 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  const path = [...up.map(() => '..'), ...down.map(encoded)].join('/');
  return path;
}

function encoded(part: string): string {
  return part.replace(/[^A-Za-z0-9._~@+,=-]+/gu, (marks) => {
    try {
      return encodeURIComponent(marks).replace(/[()'*!]/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
    } catch {
      return '_';
    }
  });
}
