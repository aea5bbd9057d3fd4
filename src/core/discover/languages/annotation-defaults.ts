import type { Call, Value } from '../../model';

const NAMED = /^default(?:_?value)?(?:_t)?$/i;
/** A property that is looked up, and what stands for it where it is not set: `${app.model:fast}`. */
const PROPERTY = /^[$#]\{[\w.-]+:([^{}]+)\}$/;

/** A file that is put in: `@Value("classpath:docs/guide.pdf") Resource guide`. */
const RESOURCE = /^(?:classpath\*?|file):[\w./-]+$/;

/** `default_value_t = String::from("x")` of Rust gives an expression. */
function isExpression(name: string, value: Value): boolean {
  return name === 'default_value_t' && /^(?:call|name|member)$/.test(value.kind);
}

/** The value that an annotation gives to what it stands on: `@Param(defaultValue = "x")`, `#[arg(default_value = "x")]`. */
export function defaultIn(call: Call | undefined): Value | null {
  for (const { name, value } of call?.args ?? []) {
    if (name !== null && NAMED.test(name) && (value.kind === 'text' || isExpression(name, value))) return value;
    if (value.kind === 'text' && RESOURCE.test(value.text)) return value;
    const fallback = value.kind === 'text' ? PROPERTY.exec(value.text)?.[1] : undefined;
    if (fallback !== undefined) return { kind: 'text', text: fallback, holes: [], range: value.range };
  }
  return null;
}
