import assert from 'node:assert/strict';
import { NEVER_CANCELLED, REPORT_FORMATS } from '../../../src/core';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';
import { inputOf } from './support/sample';

const BOT = `from langchain_core.tools import tool
from openai import OpenAI


@tool
def refund_order(order: str) -> str:
    """Refunds an order."""
    return OpenAI().responses.create(model="gpt-4o", input=order).output_text
`;

describe('reports: what nobody asks a record for', () => {
  const cases: readonly (readonly [keyof typeof REPORT_FORMATS, RegExp, RegExp])[] = [
    ['markdown', /\| tool \|.*refund_order.*\| not asked for \|/u, /\| model \|.*gpt-4o.*\| not documented \|/u],
    ['html', /refund_order<[^\n]*not asked for/u, /gpt-4o<[^\n]*not documented/u],
    ['register-csv', /,tool,[^\n]*refund_order,[^\n]*,not asked for,/u, /,model,gpt-4o,[^\n]*,none,/u],
  ];
  for (const [format, tool, model] of cases) {
    it(`${format}: a tool is not called undocumented, a model without a record is`, async () => {
      const engine = engineOver(new MemoryWorkspace({ 'src/bot.py': BOT }));
      const snapshot = await engine.scan(NEVER_CANCELLED);
      const text = await REPORT_FORMATS[format](inputOf(snapshot));
      assert.match(text, tool);
      assert.match(text, model);
    });
  }
});
