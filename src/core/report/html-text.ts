const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words of the repository as text of HTML or value of an attribute; marks that turn the direction of text are shown. */
export function htmlText(text: string): string {
  return text
    .replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? mark)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (mark) => (mark === '\n' || mark === '\t' ? mark : ' '))
    .replace(/\p{Cf}|\p{Surrogate}/gu, '\uFFFD');
}
