import type { Argument, Value } from '../../model';

/** What a call hands on: the function that is called in the end, with its arguments. */
export interface Handed {
  readonly callee: Value;
  readonly args: readonly Argument[];
  /** `partial` gives the function itself, the others what it gives. */
  readonly isFunction: boolean;
}

/** Threads and pools, by the name of what runs the function. */
const POOL = /executor|pool|^ex$|^tpe$/i;

/**
 * A call that only hands a function on, as the call of that function: `functools.partial(load, "x")`,
 * `asyncio.to_thread(client.create, model="x")`, `loop.run_in_executor(None, load, "x")`, `pool.submit(load, "x")`. Null
 * for any other.
 */
export function handedOn(callee: Value, args: readonly Argument[]): Handed | null {
  const at = placeOfFunction(callee);
  const given = at === null ? undefined : args[at];
  if (at === null || !given || given.name !== null || given.spread === true || args[0]?.name !== null) return null;
  if (given.value.kind !== 'name' && given.value.kind !== 'member') return null;
  return { callee: given.value, args: args.slice(at + 1), isFunction: nameOf(callee) === 'partial' };
}

/** Which of the arguments is the function. */
function placeOfFunction(callee: Value): number | null {
  const owner = callee.kind === 'member' ? nameOf(callee.object) : null;
  switch (nameOf(callee)) {
    case 'partial':
      return owner === null || owner === 'functools' ? 0 : null;
    case 'to_thread':
      return owner === null || owner === 'asyncio' ? 0 : null;
    case 'run_sync':
      return owner === 'to_thread' ? 0 : null;
    case 'run_in_threadpool':
      return 0;
    case 'run_in_executor':
      return 1;
    case 'submit':
      return owner !== null && POOL.test(owner) ? 0 : null;
    default:
      return null;
  }
}

function nameOf(value: Value): string | null {
  return value.kind === 'name' || value.kind === 'member' ? value.name : null;
}
