/** One line without control characters, so that a hostile name cannot break out of its place. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 300);
}

/** Words as they are in Markdown: nothing in them begins a link, code, markup or comment. */
export function markdownWords(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/([\\`*[\]])/gu, '\\$1');
}
