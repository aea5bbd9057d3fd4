/** The place behind an address such as `#place:12:src/a.py`, with line null for the file as a whole; null for any other. */
export function placeOfAddress(address: string): { readonly path: string; readonly line: number | null } | null {
  const [, line, path] = /^#place:(\d{1,9}):(.+)$/u.exec(address) ?? [];
  if (line === undefined || path === undefined) return null;
  try {
    return { path: decodeURIComponent(path), line: Number(line) || null };
  } catch {
    return null;
  }
}
