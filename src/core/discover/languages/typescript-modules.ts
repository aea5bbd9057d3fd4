/** Hosts that hand out packages of npm as modules, with what stands before the name of the package. */
const CDN =
  /^https?:\/\/(?:cdn\.jsdelivr\.net\/npm|(?:www\.)?unpkg\.com|esm\.sh|esm\.run|esm\.unpkg\.com|cdn\.skypack\.dev|ga\.jspm\.io\/npm:|cdn\.esm\.sh)\/?(?:v\d+\/|stable\/)?/;
/** What Deno and Bun write in front of a package of a registry, and where Deno kept its own. */
const REGISTRY = /^(?:npm|jsr):\/?|^https:\/\/deno\.land\/x\//;
const PACKAGE = /^(@[\w.-]+\/)?([\w.-]+)(?:@[^/]*)?(\/[^?#]*)?/;

/**
 * The package behind the address or registry name of a module: `https://esm.sh/openai@4.20.0`, `npm:openai@4` and
 * `https://deno.land/x/openai@v4/mod.ts` are `openai`, of whatever version. Any other module stays as it is written.
 */
export function packageOf(module: string): string {
  const [front] = CDN.exec(module) ?? REGISTRY.exec(module) ?? [];
  if (front === undefined) return module;
  const [, scope = '', name, inside = ''] = PACKAGE.exec(module.slice(front.length)) ?? [];
  if (name === undefined) return module;
  // A bundle or an entry file is the package itself.
  const isFile = /(?:\/\+esm|\.(?:m|c)?[jt]s)$/.test(inside);
  return `${scope}${name}${isFile ? '' : inside.replace(/\/$/, '')}`;
}
