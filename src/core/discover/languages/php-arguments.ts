import type { Argument } from '../../model';
import { childOf, type Syntax } from './parse-tree';
import type { Walk } from './walk';

/** `f($a, name: $b, ...$more)`; what a hole in it stands for (`f(...)`) is nothing. */
export function argumentsOf(walk: Walk, node: Syntax | undefined): Argument[] {
  return (node?.children ?? []).flatMap((argument): Argument[] => {
    const name = childOf(argument, 'name');
    const value = argument.children.findLast((child) => child !== name && child.type !== 'reference_modifier');
    if (argument.type !== 'argument' || !value) return [];
    const spread = value.type === 'variadic_unpacking';
    const inner = spread ? value.children[0] : value;
    const lowered = inner ? walk.lower(inner) : walk.unknown(value);
    return [{ name: name ? walk.source(name) : null, value: lowered, ...(spread ? { spread } : {}) }];
  });
}
