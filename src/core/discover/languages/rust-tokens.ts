import type { Syntax } from './parse-tree';
import type { Walk } from './walk';

/**
 * The parser leaves what stands in a macro as tokens. Most of it is ordinary code: this reads the tokens as the
 * expressions that they look like, so that they are lowered like any other. What looks like nothing known is left out.
 */
export function itemsOf(walk: Walk, macro: Syntax): Syntax[] {
  const tree = macro.type === 'token_tree' ? macro : macro.children.find((child) => child.type === 'token_tree');
  return tree ? new Tokens(walk, tree).items() : [];
}

class Tokens {
  readonly #tokens: readonly Syntax[];
  readonly #end: number;
  readonly #depth: number;
  #at = 0;

  constructor(
    private readonly walk: Walk,
    tree: Syntax,
    depth = 0,
  ) {
    this.#tokens = tree.children;
    this.#end = tree.end - 1;
    this.#depth = depth;
  }

  /** The expressions between the commas (or semicolons). */
  items(): Syntax[] {
    const items: Syntax[] = [];
    while (this.#at < this.#tokens.length) {
      const from = this.#at;
      const item = this.#item();
      if (item) items.push(item);
      while (this.#at < this.#tokens.length && (this.#at === from || !/[,;]/.test(this.#gapBefore()))) this.#at += 1;
    }
    return items;
  }

  /** `value`, `name = value`, `"key": value`. */
  #item(): Syntax | null {
    const first = this.#expression();
    if (!first || this.#at >= this.#tokens.length) return first;
    const gap = this.#gapBefore().trim();
    if (gap !== '=' && gap !== ':' && gap !== '=>') return first;
    const second = this.#expression();
    if (!second) return first;
    const type = gap === '=' ? 'assignment_expression' : 'json_pair';
    return node(type, null, [as('left', first), as('right', second)]);
  }

  #expression(): Syntax | null {
    const token = this.#tokens[this.#at];
    if (!token) return null;
    this.#at += 1;
    let current = this.#words(this.#primary(token));
    for (let next = this.#tokens[this.#at]; next; next = this.#tokens[this.#at]) {
      const gap = this.walk.text.slice(current.end, next.start).replace(/\s|\?/g, '');
      const further = this.#further(current, next, gap);
      if (!further) break;
      this.#at += 1;
      current = this.#words(further);
    }
    return current;
  }

  /** `::default` and `.await`: words of the language are no tokens, but stand in the text after `current`. */
  #words(current: Syntax): Syntax {
    const limit = this.#tokens[this.#at]?.start ?? this.#end;
    let expression = current;
    for (;;) {
      const gap = this.walk.text.slice(expression.end, limit);
      const [all, mark = '', word = ''] = /^[\s?]*(::|\.)\s*([a-z]+)\b/.exec(gap) ?? [];
      if (all === undefined) return expression;
      const end = expression.end + all.length;
      const token: Syntax = { type: 'identifier', field: null, start: end - word.length, end, children: [] };
      if (word === 'await') expression = { ...expression, end };
      else
        expression =
          mark === '::'
            ? node('scoped_identifier', null, [as('path', expression), as('name', token)])
            : node('field_expression', null, [as('value', expression), as('field', token)]);
    }
  }

  #primary(token: Syntax): Syntax {
    if (token.type !== 'token_tree') return token;
    const items = this.#inside(token);
    const mark = this.walk.text.charAt(token.start);
    if (mark === '[') return { ...token, type: 'array_expression', field: null, children: items };
    if (mark === '{') return { ...token, type: 'json_object', field: null, children: items };
    return {
      ...token,
      type: items.length === 1 ? 'parenthesized_expression' : 'tuple_expression',
      field: null,
      children: items,
    };
  }

  /** `current` with the next token taken in: `::name`, `.name`, `(…)`, `!(…)`, ` {…}`; null where it is something else. */
  #further(current: Syntax, next: Syntax, gap: string): Syntax | null {
    if (gap === '::') return node('scoped_identifier', null, [as('path', current), as('name', next)]);
    if (gap === '.') {
      return node('field_expression', null, [as('value', current), as('field', next)]);
    }
    if (next.type !== 'token_tree') return null;
    const mark = this.walk.text.charAt(next.start);
    if (gap === '!') return node('macro_invocation', null, [as('macro', current), { ...next, field: null }]);
    if (gap !== '') return null;
    const isPath = /^(?:identifier|scoped_identifier|field_expression|self)$/.test(current.type);
    if (mark === '(') {
      const args = { ...next, type: 'arguments', field: 'arguments', children: this.#inside(next) };
      return node('call_expression', null, [as('function', current), args]);
    }
    if (mark === '{' && isPath) return this.#struct(current, next);
    return null;
  }

  #struct(name: Syntax, braces: Syntax): Syntax {
    const fields = this.#inside(braces).map((item): Syntax => {
      const [left, right] = item.children;
      if (item.type !== 'json_pair' || !left || !right)
        return { ...item, type: 'shorthand_field_initializer', children: [item] };
      return { ...item, type: 'field_initializer', children: [as('field', left), as('value', right)] };
    });
    const body = { ...braces, type: 'field_initializer_list', field: 'body', children: fields };
    return node('struct_expression', null, [as('name', name), body]);
  }

  #inside(tree: Syntax): Syntax[] {
    return this.#depth > 60 ? [] : new Tokens(this.walk, tree, this.#depth + 1).items();
  }

  /** What stands between the token before and the one that comes next: punctuation is no token of its own. */
  #gapBefore(): string {
    const before = this.#tokens[this.#at - 1];
    const next = this.#tokens[this.#at];
    return this.walk.text.slice(before?.end ?? 0, next?.start ?? this.#end);
  }
}

function node(type: string, field: string | null, children: readonly Syntax[]): Syntax {
  const start = children[0]?.start ?? 0;
  return { type, field, start, end: children.at(-1)?.end ?? start, children };
}

function as(field: string, inner: Syntax): Syntax {
  return { ...inner, field };
}
