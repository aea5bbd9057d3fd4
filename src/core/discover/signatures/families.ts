import type { FamiliesFile } from '../../catalogue';

/** What the look of an id says about it. */
interface FamilyLook {
  readonly provider: string;
  /** Served by the provider, as opposed to one that anybody can download. */
  readonly hosted: boolean;
}

type Beginning = FamilyLook & { readonly start: string };

/** How model ids look: supporting evidence, never the only one. */
export class Families {
  readonly #beginnings = new Map<string, Beginning[]>();
  readonly #providers = new Map<string, string>();
  readonly #whole = new Set<string>();
  readonly #routers: ReadonlySet<string>;
  readonly #placeholders: ReadonlySet<string>;

  constructor(readonly data: FamiliesFile) {
    for (const { provider, hosted, open, prefixes } of data.families) {
      for (const start of hosted) this.#add({ start: start.toLowerCase(), provider, hosted: true });
      for (const start of open) this.#add({ start: start.toLowerCase(), provider, hosted: false });
      for (const start of hosted) if (/^[a-z]{4,}-[a-z]{3,}$/i.test(start)) this.#whole.add(start.toLowerCase());
      for (const prefix of prefixes) this.#providers.set(prefix.toLowerCase(), provider);
    }
    this.#routers = new Set(data.routers.map((name) => name.toLowerCase()));
    this.#placeholders = new Set(data.placeholders.map((name) => name.toLowerCase()));
  }

  /** The family whose ids begin like `id`; the longest beginning decides. */
  lookOf(id: string): FamilyLook | null {
    const name = id.toLowerCase();
    let best: Beginning | null = null;
    for (const beginning of this.#beginnings.get(name.slice(0, 2)) ?? []) {
      if (fits(beginning.start, name) && (best === null || beginning.start.length > best.start.length))
        best = beginning;
    }
    return best;
  }

  /** As `lookOf`, whatever stands in front: an owner (`Qwen/…`), a region and vendor (`us.anthropic.claude-…`). */
  lookOfId(id: string): FamilyLook | null {
    // Fine-tuned models carry the name of their base: `ft:gpt-4o-mini-2024-07-18:acme::abc`.
    const bare = id.slice(id.lastIndexOf('/') + 1).replace(/^ft:/, '');
    const behind = /^(?:(?:us|eu|apac|global)\.)?([a-z0-9]+)\.(.+)$/.exec(bare);
    const inside = behind?.[1] !== undefined && this.providerOf(behind[1]) !== null ? behind[2] : undefined;
    return this.lookOf(id) ?? this.lookOf(bare) ?? (inside === undefined ? null : this.lookOf(inside));
  }

  /** True for an id that a provider serves under that very name: `deepseek-reasoner`, `mistral-large-latest`. */
  isWholeId(id: string): boolean {
    return this.#whole.has(id.toLowerCase().replace(/-latest$/, ''));
  }

  /** The provider that a prefix such as `openai` or `azure` names. */
  providerOf(prefix: string): string | null {
    return this.#providers.get(prefix.toLowerCase()) ?? null;
  }

  isRouter(prefix: string): boolean {
    return this.#routers.has(prefix.toLowerCase());
  }

  /** Names that stand for no model: `your-model`, `<deployment>`, `test`. */
  isPlaceholder(name: string): boolean {
    const plain = name.toLowerCase();
    return (
      this.#placeholders.has(plain) ||
      /^<.*>$|^\{.*\}$|^\$|^(?:your|my)[-_ ]|\.\.\.|^(?:mock|fake|dummy|test|example)(?:[-_]|$)/.test(plain)
    );
  }

  #add(beginning: Beginning): void {
    const key = beginning.start.slice(0, 2);
    const list = this.#beginnings.get(key);
    if (list) list.push(beginning);
    else this.#beginnings.set(key, [beginning]);
  }
}

/** `o1` begins `o1` and `o1-mini`, neither `o1x` nor `o12`; beginnings that end in a mark need no more. */
function fits(start: string, name: string): boolean {
  if (!name.startsWith(start)) return false;
  const next = name[start.length];
  if (next === undefined || /[^a-z0-9]$/.test(start)) return true;
  return /\d$/.test(start) ? /[^a-z0-9]/.test(next) : /[^a-z]/.test(next);
}
