/** Ids of rows: their parts, escaped, so that any text can be one. */
export function nodeId(...parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/');
}

/** The parts again; an id that is none gives what can be read of it. */
export function nodeParts(id: string): readonly string[] {
  return id.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}
