/** Where something stands in a JSON or YAML text: keys and numbers from the top. */
export type ValuePath = readonly (string | number)[];

/** Something wrong with a file of another tool. */
export interface ExchangeProblem {
  /** Such as `/detail/diagrams/0/cells/3`. */
  readonly at: string;
  /** From 1; null where it cannot be told. */
  readonly line: number | null;
  readonly message: string;
}

const MOST_PROBLEMS = 200;
const MOST_SHOWN = 6;
const LONGEST_SHOWN = 240;
const LONGEST_WORDS = 8000;

/** What an import or export comes across: what is wrong, and what has no place on the other side. */
export class Notes {
  readonly problems: { readonly path: ValuePath; readonly message: string }[] = [];
  private readonly groups = new Map<string, string[]>();

  wrong(path: ValuePath, message: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ path, message: message.replace(/\p{Cc}+/gu, ' ') });
  }

  /** `what` has no place; `of` says which one it is, or what stands there. Nothing is noted for empty words. */
  left(what: string, of: string): void {
    const words = of.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
    if (words === '') return;
    const group = this.groups.get(what);
    if (group === undefined) this.groups.set(what, [words]);
    else if (!group.includes(words) || group.length > 500) group.push(words);
  }

  /** One line for each kind of thing, short enough to read. */
  lines(): string[] {
    return [...this.groups].map(([what, items]) => {
      const shown = items.slice(0, MOST_SHOWN).map((item) => clip(item, LONGEST_SHOWN));
      const rest = items.length - shown.length;
      return `${what}: ${shown.join('; ')}${rest > 0 ? ` and ${String(rest)} more` : ''}`;
    });
  }

  /** Every one of them in full, for keeping. */
  everything(): string[] {
    return [...this.groups].flatMap(([what, items]) => items.map((item) => `${what}: ${clip(item, LONGEST_WORDS)}`));
  }
}

function clip(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
