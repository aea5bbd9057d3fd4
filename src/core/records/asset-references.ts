import { isScalar, visit } from 'yaml';
import { ASSET_KINDS } from '../model';
import type { AssetReference } from '../model';
import { parseYaml } from '../safe-yaml';
import { formatOf, yamlOf } from './record-source';
import { TextLines } from './text-lines';

const MOST_REFERENCES = 5000;
const KINDS = `(?:${ASSET_KINDS.join('|')}):`;
const ANY_ID = new RegExp(KINDS, 'u');
const ASSET_ID = new RegExp(`^${KINDS}\\S`, 'u');
const IN_CODE = new RegExp(`\`(${KINDS}[^\`\\s][^\`\\n]{0,400})\``, 'gu');
const WRITTEN = { PLAIN: 'plain', QUOTE_DOUBLE: 'double', QUOTE_SINGLE: 'single' } as const;

/** Every asset id in a record: as a value or key of its YAML, and in its text between backticks. */
export function assetReferences(path: string, text: string): AssetReference[] {
  const format = formatOf(path);
  const yaml = format && yamlOf(text, format);
  if (format === null || yaml === null || !ANY_ID.test(text)) return [];
  const lines = new TextLines(text);
  const found: AssetReference[] = [];
  const document = parseYaml(yaml.yaml);
  if (!('message' in document) && document.errors.length === 0) {
    visit(document, {
      Scalar(_key, node) {
        const written = WRITTEN[node.type as keyof typeof WRITTEN] as AssetReference['written'] | undefined;
        if (found.length >= MOST_REFERENCES) return visit.BREAK;
        if (!isScalar<string>(node) || typeof node.value !== 'string' || !node.range || written === undefined) return;
        if (!ASSET_ID.test(node.value)) return;
        const quote = written === 'plain' ? 0 : 1;
        const [start, end] = [yaml.start + node.range[0] + quote, yaml.start + node.range[1] - quote];
        // A value over several lines is no id.
        if (!text.slice(start, end).includes('\n'))
          found.push({ asset: node.value, range: lines.range(start, end), written });
        return;
      },
    });
  }
  if (format === 'markdown') {
    for (const match of text.slice(yaml.end).matchAll(IN_CODE)) {
      const start = yaml.end + match.index + 1;
      const asset = match[1] ?? '';
      found.push({ asset, range: lines.range(start, start + asset.length), written: 'code' });
    }
  }
  return found.slice(0, MOST_REFERENCES);
}
