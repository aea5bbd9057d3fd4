import type { Threat } from '../../model';
import type { SketchControl } from './sketch';

/** Controls of a threat without their places. */
export function controlsOf({ controls }: Threat): SketchControl[] {
  return controls.map(({ text, state, owner, due, evidence }) => ({
    text,
    state,
    owner,
    due: due?.date ?? null,
    evidence,
  }));
}
