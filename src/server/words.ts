/** "1 model", "1,204 files". */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** Text of a repository inside Markdown: as text, without links, pictures or marks of its own. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/gu, '\\$&').replace(/\s+/gu, ' ');
}
