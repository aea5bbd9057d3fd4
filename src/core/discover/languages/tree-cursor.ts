import type { Language, Node, Tree } from 'web-tree-sitter';

const FUNCTIONS = [
  '_ts_tree_cursor_new_wasm',
  '_ts_tree_cursor_delete_wasm',
  '_ts_tree_cursor_goto_first_child_wasm',
  '_ts_tree_cursor_goto_next_sibling_wasm',
  '_ts_tree_cursor_goto_parent_wasm',
  '_ts_tree_cursor_current_node_type_id_wasm',
  '_ts_tree_cursor_current_field_id_wasm',
  '_ts_tree_cursor_start_index_wasm',
  '_ts_tree_cursor_end_index_wasm',
] as const;

/**
 * The functions below the library's own cursor, as its module has them: each takes the address of a tree, and holds the
 * cursor's place in a buffer of the module.
 */
export type CursorFunctions = Readonly<Record<(typeof FUNCTIONS)[number], (tree: number) => number>>;

export function hasCursorFunctions(module: object): module is CursorFunctions {
  return FUNCTIONS.every((name) => name in module);
}

/**
 * Walks a tree as `TreeCursor` of web-tree-sitter does, in a third of the time: that one writes its place into the buffer
 * before each step and reads it back after it. Hence nothing else of the library may be called until `delete`.
 */
export class FastCursor {
  private readonly tree: number;

  constructor(
    root: Node,
    private readonly functions: CursorFunctions,
  ) {
    this.tree = (root.tree as Tree & { readonly 0: number })[0];
    // Asked for what it does besides: it lays the node into the buffer.
    void root.endIndex;
    functions._ts_tree_cursor_new_wasm(this.tree);
  }

  delete(): void {
    this.functions._ts_tree_cursor_delete_wasm(this.tree);
  }

  gotoFirstChild(): boolean {
    return this.functions._ts_tree_cursor_goto_first_child_wasm(this.tree) === 1;
  }

  gotoNextSibling(): boolean {
    return this.functions._ts_tree_cursor_goto_next_sibling_wasm(this.tree) === 1;
  }

  gotoParent(): boolean {
    return this.functions._ts_tree_cursor_goto_parent_wasm(this.tree) === 1;
  }

  typeId(): number {
    return this.functions._ts_tree_cursor_current_node_type_id_wasm(this.tree);
  }

  fieldId(): number {
    return this.functions._ts_tree_cursor_current_field_id_wasm(this.tree);
  }

  startIndex(): number {
    return this.functions._ts_tree_cursor_start_index_wasm(this.tree);
  }

  endIndex(): number {
    return this.functions._ts_tree_cursor_end_index_wasm(this.tree);
  }
}

/** What a language calls its nodes and fields, by their ids. */
export interface NodeNames {
  readonly types: readonly string[];
  readonly fields: readonly (string | null)[];
  /** False for punctuation and keywords. */
  readonly named: readonly boolean[];
}

const known = new WeakMap<Language, NodeNames>();

export function namesIn(language: Language): NodeNames {
  const found = known.get(language);
  if (found) return found;
  const { types, fields } = language;
  const names = { types, fields, named: types.map((_, id) => language.nodeTypeIsNamed(id)) };
  known.set(language, names);
  return names;
}
