const PLAIN = /^[A-Za-z][A-Za-z0-9._/@+%~#:-]*(?: [A-Za-z0-9(][A-Za-z0-9._/@+%~#(),;:-]*)*$/u;
const RESERVED = /^(true|false|null|yes|no|on|off|y|n)$/iu;

/** A text as a YAML value on one line: plain where that is safe, else in double quotes. */
export function yamlText(text: string): string {
  const plain = PLAIN.test(text) && !RESERVED.test(text) && !/:( |$)/u.test(text) && !/[,()]/u.test(text.slice(0, 1));
  return plain && text.length < 200 ? text : quoted(text);
}

/** The same between brackets or braces, where a comma ends a value. */
export function flowText(text: string): string {
  return text.includes(',') ? quoted(text) : yamlText(text);
}

/** Dates and provision ids need no quotes: with two separators they are no numbers. */
export function yamlValue(text: string): string {
  return /^\d+(?:[.-]\d+){2,}$/u.test(text) ? text : yamlText(text);
}

/** The value of a setting, which may stand between braces: numbers, `true` and `false` stay what they are. */
export function settingText(text: string): string {
  return /^(?:-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?|true|false)$/u.test(text) ? text : flowText(text);
}

function quoted(text: string): string {
  const escape = (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/gu, escape);
}
