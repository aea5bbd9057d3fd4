/** Templates of files without AI: what most of a repository is. Each gives a text of one to some hundred lines. */
const NOUNS = [
  ...[
    'order',
    'invoice',
    'customer',
    'shipment',
    'ticket',
    'session',
    'report',
    'account',
    'payment',
    'product',
    'stock',
  ],
  ...[
    'address',
    'schedule',
    'message',
    'filter',
    'report',
    'region',
    'vehicle',
    'route',
    'contract',
    'refund',
    'basket',
  ],
];
const VERBS = [
  'load',
  'save',
  'merge',
  'parse',
  'validate',
  'update',
  'remove',
  'publish',
  'convert',
  'collect',
  'sort',
];
const FIELDS = [
  'id',
  'name',
  'created',
  'status',
  'amount',
  'currency',
  'owner',
  'note',
  'priority',
  'count',
  'version',
];

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const many = (random, from, to, make) =>
  Array.from({ length: from + random.below(to - from + 1) }, (_, at) => make(at)).join('\n');

const name = (random, at) => `${random.pick(VERBS)}_${random.pick(NOUNS)}_${at}`;
const camel = (random, at) => `${random.pick(VERBS)}${capital(random.pick(NOUNS))}${at}`;

const python = (random) => `"""Helpers around a ${random.pick(NOUNS)}."""

import logging
from dataclasses import dataclass
from datetime import datetime

from .${random.pick(NOUNS)} import ${random.pick(VERBS)}_all

log = logging.getLogger(__name__)


@dataclass
class ${capital(random.pick(NOUNS))}:
    ${random.pick(FIELDS)}: str
    ${random.pick(FIELDS)}: int = ${random.below(100)}
    seen: datetime | None = None

${many(
  random,
  4,
  16,
  (at) => `
def ${name(random, at)}(items, limit=${random.below(500)}):
    """Takes the items of a ${random.pick(NOUNS)} and gives those that are left."""
    found = []
    for index, item in enumerate(items):
        if item.${random.pick(FIELDS)} is None or index > limit:
            log.warning("skipped %s of %s", index, item.${random.pick(FIELDS)})
            continue
        found.append({"${random.pick(FIELDS)}": item.${random.pick(FIELDS)}, "total": index * ${random.below(9)}})
    return sorted(found, key=lambda entry: entry["total"])
`,
)}`;

/** Many a project calls the classes of its tables models. */
const tables = (random) => `from django.db import models

${many(
  random,
  2,
  8,
  (at) => `
class ${capital(random.pick(NOUNS))}${at}(models.Model):
    ${random.pick(FIELDS)} = models.CharField(max_length=${random.below(200)})
    ${random.pick(FIELDS)} = models.IntegerField(default=${random.below(20)})
    ${random.pick(NOUNS)} = models.ForeignKey("${random.pick(NOUNS)}", on_delete=models.CASCADE)

    class Meta:
        ordering = ["${random.pick(FIELDS)}"]

    def __str__(self):
        return f"{self.${random.pick(FIELDS)}}"
`,
)}`;

const typescript = (random) => `import { ${random.pick(VERBS)}All } from './${random.pick(NOUNS)}';
import type { ${capital(random.pick(NOUNS))} } from '../types';

export interface Options {
  readonly ${random.pick(FIELDS)}: string;
  readonly limit?: number;
}

${many(
  random,
  4,
  14,
  (at) => `
/** Looks at every ${random.pick(NOUNS)} once. */
export async function ${camel(random, at)}(items: readonly Entry[], options: Options): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  for (const item of items) {
    if (item.${random.pick(FIELDS)} === undefined || found.size > (options.limit ?? ${random.below(900)})) continue;
    found.set(item.${random.pick(FIELDS)}, { ...item, total: item.count * ${random.below(30)} });
  }
  const answer = await fetch(\`/api/${random.pick(NOUNS)}/\${options.${random.pick(FIELDS)}}\`);
  if (!answer.ok) throw new Error('The ${random.pick(NOUNS)} could not be loaded: ' + answer.status);
  return [...found.values()].sort((a, b) => a.total - b.total);
}
`,
)}`;

const component = (random) => `import React, { useState } from 'react';
import styles from './${random.pick(NOUNS)}.module.css';

${many(
  random,
  1,
  5,
  (at) => `
export function ${capital(random.pick(NOUNS))}List${at}({ items, onPick }: Props) {
  const [open, setOpen] = useState(false);
  const shown = items.filter((item) => item.${random.pick(FIELDS)} !== '${random.pick(NOUNS)}');
  return (
    <section className={styles.box} aria-label="${random.pick(NOUNS)}">
      <button type="button" onClick={() => setOpen(!open)}>{open ? 'Hide' : 'Show'}</button>
      {open && shown.map((item) => (
        <article key={item.${random.pick(FIELDS)}} onClick={() => onPick(item)}>
          <h3>{item.${random.pick(FIELDS)}}</h3>
          <p>{item.${random.pick(FIELDS)}} of {items.length}</p>
        </article>
      ))}
    </section>
  );
}
`,
)}`;

const java = (random) => `package com.example.${random.pick(NOUNS)};

import java.util.ArrayList;
import java.util.List;

public class ${capital(random.pick(NOUNS))}Service {
    private final ${capital(random.pick(NOUNS))}Repository repository;
${many(
  random,
  4,
  14,
  (at) => `
    /** Gives what a ${random.pick(NOUNS)} holds. */
    public List<String> ${camel(random, at)}(List<String> items, int limit) {
        List<String> found = new ArrayList<>();
        for (String item : items) {
            if (item == null || found.size() > limit) {
                continue;
            }
            found.add(item.trim() + "-${random.pick(FIELDS)}-" + ${random.below(700)});
        }
        return found;
    }
`,
)}}
`;

const go = (random) => `package ${random.pick(NOUNS)}

import (
	"errors"
	"fmt"
	"sort"
)
${many(
  random,
  4,
  14,
  (at) => `
// ${capital(random.pick(VERBS))}${at} looks at every ${random.pick(NOUNS)} once.
func ${capital(random.pick(VERBS))}${capital(random.pick(NOUNS))}${at}(items []string, limit int) ([]string, error) {
	found := make([]string, 0, len(items))
	for index, item := range items {
		if index > limit {
			return nil, errors.New("too many of ${random.pick(NOUNS)}")
		}
		found = append(found, fmt.Sprintf("%s-%d", item, index*${random.below(40)}))
	}
	sort.Strings(found)
	return found, nil
}
`,
)}`;

const markdown = (random) => `# About the ${random.pick(NOUNS)}

${many(
  random,
  3,
  20,
  (at) => `## Part ${at}

Every ${random.pick(NOUNS)} has a ${random.pick(FIELDS)}; to ${random.pick(VERBS)} it, run the ${random.pick(NOUNS)} job first.

- ${random.pick(VERBS)} the ${random.pick(FIELDS)}
- see [the ${random.pick(NOUNS)}](../${random.pick(NOUNS)}.md)
`,
)}`;

const json = (random) =>
  JSON.stringify(
    Object.fromEntries(
      Array.from({ length: 5 + random.below(60) }, (_, at) => [
        `${random.pick(NOUNS)}.${random.pick(FIELDS)}.${at}`,
        { title: `${random.pick(VERBS)} ${random.pick(NOUNS)}`, order: random.below(1000), shown: at % 2 === 0 },
      ]),
    ),
    null,
    2,
  );

const yaml = (random) => `name: ${random.pick(NOUNS)}
${many(random, 3, 30, (at) => `step_${at}:\n  run: ${random.pick(VERBS)}\n  with:\n    ${random.pick(FIELDS)}: ${random.below(50)}`)}
`;

const css = (random) =>
  many(
    random,
    8,
    50,
    (at) =>
      `.${random.pick(NOUNS)}-${at} {\n  margin: ${random.below(20)}px;\n  color: #${100 + random.below(800)};\n}\n`,
  );

const text = (random) =>
  many(random, 3, 40, () => `${random.pick(VERBS)} the ${random.pick(NOUNS)} and its ${random.pick(FIELDS)}.`);

const picture = (random) =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'),
    Buffer.alloc(2000 + random.below(30000), random.below(256)),
  ]);

/** Template, extension, share in a hundred. */
export const ORDINARY = [
  [python, 'py', 23],
  [tables, 'py', 4],
  [typescript, 'ts', 17],
  [component, 'tsx', 8],
  [typescript, 'js', 4],
  [java, 'java', 11],
  [go, 'go', 9],
  [markdown, 'md', 5],
  [json, 'json', 5],
  [yaml, 'yaml', 4],
  [css, 'css', 4],
  [text, 'txt', 2],
  [picture, 'png', 4],
];
