import type { TextLines } from '../../records/text-lines';
import { MOST_PAIRS, type ConfigPair } from './pairs';

/**
 * Where XML keeps settings: `<add key="K" value="V"/>` and `<property name="K" value="V"/>` of .NET and Spring, `<entry
 * key="K">V</entry>` of Java, `<string name="K">V</string>` of Android, `<key>K</key><value>V</value>` of remote settings and
 * property lists.
 */
const FORMS = [
  /<(?:add|property|setting|constructor-arg)\s[^<>]{0,200}?\b(?:key|name)="([\w.:-]{1,120})"[^<>]{0,80}?\bvalue="([^"<>\n]{1,300})"/gu,
  /<(?:entry|string|setting|param)\s[^<>]{0,200}?\b(?:key|name)="([\w.:-]{1,120})"[^<>]{0,80}>([^<>\n]{1,300})<\//gu,
  /<key>\s*([\w.:-]{1,120})\s*<\/key>\s{0,80}<(?:value|string)>\s*([^<>\n]{1,300}?)\s*<\//gu,
];

/** Settings in XML, in source order. */
export function xmlPairs(text: string, lines: TextLines): ConfigPair[] {
  const pairs = FORMS.flatMap((form) =>
    [...text.matchAll(form)].slice(0, MOST_PAIRS).map((match): ConfigPair => {
      const [whole, key = '', value = ''] = match;
      const start = match.index + whole.lastIndexOf(value);
      const range = lines.range(start, start + value.length);
      return { keys: key.split(/[.:]/u), value, range, beside: [], item: false };
    }),
  );
  return pairs.sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
}
