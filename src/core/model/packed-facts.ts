import type { CodeFacts } from './code';
import type { FileFacts } from './facts';
import { packCode, unpackCode } from './packed-code';

/** The code of a file: as it is, or as a text. */
class HeldCode {
  #known: WeakRef<CodeFacts> | null = null;

  constructor(
    private loose: CodeFacts | null,
    private text: () => string,
  ) {}

  /** While somebody holds it, every question gets the same object. */
  get code(): CodeFacts {
    const known = this.loose ?? this.#known?.deref();
    if (known) return known;
    const code = unpackCode(this.text());
    this.#known = new WeakRef(code);
    return code;
  }

  get json(): string {
    return this.loose === null ? this.text() : packCode(this.loose);
  }

  pack(): void {
    const { json } = this;
    this.text = () => json;
    this.loose = null;
  }
}

const held = new WeakMap<FileFacts, HeldCode>();

function withCode(facts: Omit<FileFacts, 'code'>, own: HeldCode): FileFacts {
  const made: FileFacts = {
    ...facts,
    get code(): CodeFacts {
      return own.code;
    },
  };
  held.set(made, own);
  return made;
}

/**
 * Facts whose code is kept as a text (`packCode`), a fraction of its size as objects: it is read when somebody asks for it,
 * and let go when nobody holds it any more.
 */
export function withPackedCode(facts: Omit<FileFacts, 'code'>, json: () => string): FileFacts {
  return withCode(facts, new HeldCode(null, json));
}

/** The code of so many files is kept as it is: in a small project it is wanted at once, and never has to be packed. */
const MOST_LOOSE = 256;

/** Packs the code of a file when enough others were read after it. */
export class CodePacker {
  readonly #loose: HeldCode[] = [];

  /** The facts with code that is packed in time; what has no code, or packed code, stays as it is. */
  take(facts: FileFacts): FileFacts {
    if (held.has(facts) || facts.code === null) return facts;
    const { code, ...rest } = facts;
    const own = new HeldCode(code, () => packCode(code));
    this.#loose.push(own);
    if (this.#loose.length > MOST_LOOSE) this.#loose.shift()?.pack();
    return withCode(rest, own);
  }
}

/** The code as that text; null where there is none. */
export function packedCode(facts: FileFacts): string | null {
  return held.get(facts)?.json ?? (facts.code === null ? null : packCode(facts.code));
}

/** Whether there is code, without reading it. */
export function hasCode(facts: FileFacts): boolean {
  return held.has(facts) || facts.code !== null;
}
