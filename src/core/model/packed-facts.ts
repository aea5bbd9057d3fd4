import type { CodeFacts } from './code';
import type { FileFacts } from './facts';
import { packCode, unpackCode } from './packed-code';

const packs = new WeakMap<FileFacts, () => string>();

/**
 * Facts whose code is kept as a text (`packCode`), a fraction of its size as objects: it is read when somebody asks for it,
 * and let go when nobody holds it any more. While somebody does, every question gets the same object.
 */
export function withPackedCode(facts: Omit<FileFacts, 'code'>, json: () => string): FileFacts {
  const held: { code: WeakRef<CodeFacts> | null } = { code: null };
  const packed: FileFacts = {
    ...facts,
    get code(): CodeFacts {
      const known = held.code?.deref();
      if (known) return known;
      const code = unpackCode(json());
      held.code = new WeakRef(code);
      return code;
    },
  };
  packs.set(packed, json);
  return packed;
}

/** The facts with their code packed; what has no code stays as it is. */
export function packed(facts: FileFacts): FileFacts {
  if (packs.has(facts) || facts.code === null) return facts;
  const { code, ...rest } = facts;
  const json = packCode(code);
  return withPackedCode(rest, () => json);
}

/** The code as that text; null where there is none. */
export function packedCode(facts: FileFacts): string | null {
  return packs.get(facts)?.() ?? (facts.code === null ? null : packCode(facts.code));
}

/** Whether there is code, without reading it. */
export function hasCode(facts: FileFacts): boolean {
  return packs.has(facts) || facts.code !== null;
}
