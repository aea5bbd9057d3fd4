import { NEVER_CANCELLED } from '../../../src/core';
import type { Engine, FilePlace, Position } from '../../../src/core';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';

/** Two models, three prompts and a dataset; a finished record, a draft, and papers that name them. */
export const FILES: Readonly<Record<string, string>> = {
  'src/chat.py': `from openai import OpenAI

MODEL = "gpt-4o"
SYSTEM = """You are a helpful support agent.
Answer the {question} of the customer in a friendly tone."""
client = OpenAI()
client.chat.completions.create(model=MODEL, messages=[{"role": "system", "content": SYSTEM}])
client.chat.completions.create(model="gpt-4o", messages=[])
client.chat.completions.create(model="o3", messages=[])
`,
  'prompts/triage.txt': 'You are a triage agent. Sort the tickets by how urgent they are.\n',
  'src/triage.py': 'text = open("prompts/triage.txt").read()\n',
  'AGENTS.md': '# For agents\n\nYou are a coding agent. Run the tests.\n',
  'reports/red-team.md': '# Report\n',
  'ai-security/models/gpt-4o.md': `---
record: model-card
id: gpt-4o
covers:
  - asset: model:gpt-4o
owner: Support
provider: OpenAI
version: 2024-08-06
licence: Terms of OpenAI
reviewed: 2026-11-03
provisions: [5.2.1-1, 5.2.4-1.1]
evidence:
  - reports/red-team.md
  - reports/missing.md
---

# Model card: gpt-4o

## Purpose

Answers customers; see [the report](../../reports/red-team.md).

## Where it is used

- \`src/chat.py:3\`
- src/chat.py:8

## Limitations

Weak in other languages than English.

## Guardrails

Output is filtered in \`src/triage.py\`, not in \`src/nowhere.py\`.
`,
  'ai-security/prompts/triage.md': `---
record: prompt-record
id: triage
covers:
  - asset: prompt:prompts/triage.txt
owner: ""
---

# Prompt: triage
`,
  'ai-security/threat-models/bot.yaml': `record: threat-model
id: support-bot
system: Support bot
# Two comments
# about the owner
owner: ""
scope:
  purpose: Answers customers
  out-of-scope: ""
assets:
  - asset: model:gpt-4o
    seen: src/chat.py:3
    owner: ""
threats:
- id: T01
  title: Poisoned data
  evidence:
    - reports/red-team.md
provisions: [5.1.3-1]
`,
};

export async function scene(files: Readonly<Record<string, string>> = FILES): Promise<Engine> {
  const engine = engineOver(new MemoryWorkspace(files));
  await engine.scan(NEVER_CANCELLED);
  return engine;
}

/** The first character of the given words in a file. */
export function positionOf(text: string, words: string): Position {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** `src/chat.py:3`, in order. */
export function lines(places: readonly FilePlace[]): string[] {
  return places.map(({ path, line }) => `${path}:${line}`);
}
