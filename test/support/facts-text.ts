import type { Argument, Call, CodeFacts, MapEntry, Range, Value } from '../../src/core/model';

/**
 * Code facts as short lines, for fixtures that people can read:
 *
 * ```text
 * import openai: default as OpenAI
 * variable PROMPT = "Hi {0}" <name: name>
 * member Bot.model (Bot.constructor) = model
 * return answer = $3
 * $0 answer: new OpenAI({apiKey: process.env.KEY})
 * # a comment
 * ```
 *
 * `$n` is the call of that number, `(a | b)` any of several, `fn(…)` a function and what it returns, `x[k]` an index,
 * `?` what is unknown. With `ranges`, every line ends in ` @line:column-endLine:endColumn`.
 */
export function factsText(facts: CodeFacts, options: { ranges?: boolean } = {}): string {
  const at = (range: Range): string => (options.ranges ? ` @${rangeText(range)}` : '');
  const lines = [
    ...(facts.hasErrors ? ['errors'] : []),
    ...facts.imports.map((one) => `import ${one.module}: ${one.name ?? '-'} as ${one.local || '-'}${at(one.range)}`),
    ...facts.bindings.map((one) => {
      const scope = one.scope === undefined ? '' : ` (${one.scope || '<module>'})`;
      const name = one.kind === 'return' || one.symbol.endsWith(one.name) ? '' : ` [${one.name}]`;
      return `${one.kind} ${one.symbol}${name}${scope} = ${valueText(one.value)}${at(one.range)}`;
    }),
    ...facts.calls.map((call, index) => `$${index} ${callText(call)}${at(call.range)}`),
    ...facts.comments.map((one) => `# ${JSON.stringify(one.text).slice(1, -1)}${at(one.range)}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function callText(call: Call): string {
  const form = { call: '', new: 'new ', decorator: '@', annotation: '@@', base: 'is a ' }[call.form];
  return `${call.scope || '<module>'}: ${form}${valueText(call.callee)}(${call.args.map(argumentText).join(', ')})`;
}

function argumentText(argument: Argument): string {
  const name = argument.name === null ? '' : `${argument.name}=`;
  return `${argument.spread ? '...' : ''}${name}${valueText(argument.value)}`;
}

function valueText(value: Value): string {
  switch (value.kind) {
    case 'text':
      return `${JSON.stringify(value.text)}${value.holes.map((hole) => ` <${hole.source}: ${valueText(hole.value)}>`).join('')}`;
    case 'literal':
      return String(value.value);
    case 'name':
      return value.name;
    case 'member':
      return `${valueText(value.object)}.${value.name}`;
    case 'index':
      return `${valueText(value.object)}[${valueText(value.key)}]`;
    case 'call':
      return `$${value.call}`;
    case 'list':
      return `[${value.items.map(valueText).join(', ')}]`;
    case 'map':
      return `{${value.entries.map(entryText).join(', ')}}`;
    case 'either':
      return `(${value.options.map(valueText).join(' | ')})`;
    case 'function':
      return `fn(${value.returns.map(valueText).join(' | ')})`;
    case 'unknown':
      return '?';
  }
}

function entryText(entry: MapEntry): string {
  if (entry.spread) return `...${valueText(entry.value)}`;
  return `${entry.key ?? '[?]'}: ${valueText(entry.value)}`;
}

function rangeText(range: Range): string {
  return `${range.line}:${range.column}-${range.endLine}:${range.endColumn}`;
}
