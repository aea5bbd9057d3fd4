import type { Call, Value } from '../../model';
import { calleeName } from '../resolve/resolving';

/** A value with the name that a call keeps it under. */
export interface KeyPair {
  readonly key: string;
  readonly value: Value;
}

/** Functions that put a value under a name: `form.append("model", "whisper-1")`, `viper.SetDefault("model", "gpt-4o")`. */
const PUTS: ReadonlySet<string> = new Set([
  'append', 'set', 'put', 'add', 'addProperty', 'field', 'addFormDataPart', 'Add', 'insert', 'Set', 'SetDefault', 'setDefault', 'set_default', 'set_var', 'Setenv',
]); // prettier-ignore

/** What a call of two arguments puts under the first. */
export function pairPut(call: Call): KeyPair | null {
  const [key, value] = call.args;
  if (call.args.length !== 2 || key?.value.kind !== 'text' || !value || !PUTS.has(calleeName(call))) return null;
  return { key: key.value.text, value: value.value };
}

/** What setters are called that set one thing and say no more: `.embedding_model(…)`, `.preamble(…)`. */
const SETTER =
  /^(?:(?:chat|embed(?:ding)?s?|completion|base|language|llm|vision|summary)_?)?model(?:_?(?:name|id))?$|^(?:system_?(?:prompt|message|instructions?)|preamble|instructions?|prompt_?template)$/i;

/** `.default_embed_model("all-minilm")`, `WithModel("llama3")`: a setter of one value, by what it sets. */
export function valueSet(call: Call): KeyPair | null {
  const [only] = call.args;
  if (call.form === 'new' || call.args.length !== 1 || !only || only.name !== null) return null;
  const name = calleeName(call);
  const key = name.replace(/^(?:with|set|default)_?(?=[A-Za-z])/i, '');
  return key !== name || SETTER.test(name) ? { key, value: only.value } : null;
}

const DEFAULTS: ReadonlySet<string> = new Set(['Value', 'Default', 'DefaultValue', 'DefaultText']);

/** `&cli.StringFlag{Name: "model", Value: "gpt-4o"}`: an option of a command line that is made as an object. */
export function flagOf(call: Call): KeyPair | null {
  if (call.form !== 'new') return null;
  const key = call.args.find(({ name }) => name === 'Name')?.value;
  const value = call.args.find(({ name }) => name !== null && DEFAULTS.has(name))?.value;
  return key?.kind === 'text' && value ? { key: key.text, value } : null;
}
