import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type * as z from 'zod';

/** Something wrong in a file of `catalogue/`; line and column from 1. */
export interface CatalogueProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

type Step = PropertyKey;
type Issue = z.core.$ZodIssue;

/** A YAML text together with the places of its parts, so that whatever is wrong can be pointed at. */
export class YamlFile {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;

  constructor(
    readonly path: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
  }

  /** The data as the schema gives it, or everything that is wrong with it. */
  read<T extends z.ZodType>(schema: T): { data: z.output<T> } | { problems: CatalogueProblem[] } {
    if (this.document.errors.length > 0) {
      return { problems: this.document.errors.map((error) => this.at(error.pos[0], error.message)) };
    }
    const parsed = schema.safeParse(this.document.toJS());
    if (parsed.success) return { data: parsed.data };
    return { problems: parsed.error.issues.flatMap(flatten).map((issue) => this.ofIssue(issue)) };
  }

  /** A problem at a path into the data, or at the nearest place above it that exists. */
  problem(steps: readonly Step[], message: string): CatalogueProblem {
    return this.at(this.offsetOf(steps), message);
  }

  private ofIssue(issue: Issue): CatalogueProblem {
    if (issue.code !== 'unrecognized_keys') {
      return this.problem(issue.path, `${written(issue.path)}: ${plain(issue.message)}`);
    }
    const key = issue.keys[0] ?? '';
    const offset = this.keyOffset(this.nodeAt(issue.path), key) ?? this.offsetOf(issue.path);
    return this.at(offset, `${written([...issue.path, key])}: no such key`);
  }

  private at(offset: number, message: string): CatalogueProblem {
    const { line, col } = this.lines.linePos(offset);
    return { path: this.path, line: Math.max(line, 1), column: Math.max(col, 1), message };
  }

  private offsetOf(steps: readonly Step[]): number {
    for (let length = steps.length; length >= 0; length -= 1) {
      const node = this.nodeAt(steps.slice(0, length));
      if (node?.range) return node.range[0];
    }
    return 0;
  }

  private nodeAt(steps: readonly Step[]): Node | null {
    const node = steps.length === 0 ? this.document.contents : this.document.getIn(steps, true);
    return (node as Node | null | undefined) ?? null;
  }

  private keyOffset(map: Node | null, key: string): number | null {
    if (!isMap(map)) return null;
    const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
    return isScalar(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
  }
}

/** `provisions[0].force` */
function written(steps: readonly Step[]): string {
  const text = steps.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${String(step)}`)).join('');
  return text.replace(/^\./u, '') || 'the file';
}

/** zod's words, save where they speak of JavaScript. */
function plain(message: string): string {
  return message.endsWith('received undefined') ? 'is missing' : message;
}

/** One issue for each thing wrong: of a union, those of the branch that came furthest; of unknown keys, each by itself. */
function flatten(issue: Issue): Issue[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ ...issue, keys: [key] }));
  if (issue.code !== 'invalid_union') return [issue];
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((inner) => inner.path.length));
  const [best] = [...issue.errors].sort((left, right) => depth(right) - depth(left));
  if (best === undefined) return [issue];
  return best.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** One file that was read, with what it says. */
export interface Loaded<T> {
  readonly file: YamlFile;
  readonly data: T;
}
