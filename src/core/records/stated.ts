import type { RecordKind } from '../catalogue';
import { isAnswer } from './answers';
import { BodyFields } from './body-fields';
import { entryOf } from './judge';
import type { Value } from './keys';
import type { RecordSource } from './record-source';
import { lastPart } from './values';

/** Reports quote a field, they do not carry a book. */
const MOST_TEXT = 2000;

/** What the filled fields of a record say, by key or heading; open fields and words of the template are left out. */
export function statedFields(kind: RecordKind, source: RecordSource): Readonly<Record<string, string>> {
  const body = new BodyFields(kind, source);
  const stated: Record<string, string> = {};
  for (const field of kind.fields) {
    const entry = entryOf(field, source.entries);
    const text = entry ? valueText(entry.value) : field.heading === undefined ? '' : body.text(field);
    if (text === '' || !isAnswer(text, { help: field.help, template: field.template })) continue;
    stated[field.key ?? field.heading ?? field.label] = text.slice(0, MOST_TEXT);
  }
  return stated;
}

function valueText(value: Value): string {
  switch (value.type) {
    case 'empty':
      return '';
    case 'text':
      return value.text.trim();
    case 'list':
      return value.items
        .map(valueText)
        .filter((text) => text !== '')
        .join('; ');
    case 'map':
      return value.entries
        .map((entry) => ({ key: lastPart(entry.key), text: valueText(entry.value) }))
        .filter(({ text }) => text !== '')
        .map(({ key, text }) => `${key}: ${text}`)
        .join(', ');
  }
}
