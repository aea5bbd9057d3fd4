import { CompletionItemKind, MarkupKind, type CompletionItem, type Hover } from 'vscode-languageserver';
import type { Completion, HoverText } from '../core';
import { toLspRange } from './ranges';

const kinds: Record<Completion['kind'], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  provision: CompletionItemKind.Reference,
  asset: CompletionItemKind.Module,
  person: CompletionItemKind.Text,
};

export function hoverOf(hover: HoverText | null): Hover | null {
  if (!hover) return null;
  return { contents: { kind: MarkupKind.Markdown, value: hover.markdown }, range: toLspRange(hover.range) };
}

/** `filterText` is the label: ids hold characters that editors take for the end of a word. */
export function completionsOf(completions: readonly Completion[]): CompletionItem[] {
  return completions.map(({ label, kind, detail, documentation, insert, range }) => ({
    label,
    kind: kinds[kind],
    detail,
    documentation: { kind: MarkupKind.Markdown, value: documentation },
    filterText: label,
    textEdit: { range: toLspRange(range), newText: insert },
  }));
}
