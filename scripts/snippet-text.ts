/** One entry of a snippets file, as VS Code reads it. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Text in which nothing is a tab stop. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/gu, (mark) => `\\${mark}`);
}

/**
 * A tab stop that offers values. VS Code writes the first of them at once, so that is one that answers nothing: what nobody
 * has said must not stand there.
 */
export function choice(stop: number, values: readonly string[], nothing = 'TODO'): string {
  return `\${${stop}|${[nothing, ...values].map((value) => value.replace(/[\\$},|]/gu, (mark) => `\\${mark}`)).join(',')}|}`;
}
