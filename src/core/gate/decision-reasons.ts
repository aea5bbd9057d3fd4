import type { GateOutcome, GateReason } from '../model';
import { reason } from './reason';
import type { GateInput } from './reason';

/**
 * The decision as people ticked it, beside the one recorded last and beside `outcome`, which follows from all else: a "No go"
 * stands until somebody takes it back, and a "Go" does not stand against a no go that was recorded and still holds, or was
 * recorded after it.
 */
export function* decisionReasons({ checklist }: GateInput, outcome: GateOutcome): Iterable<GateReason> {
  const last = checklist?.decisions.at(-1);
  for (const { outcome: ticked, date, range } of checklist?.ticked ?? []) {
    const place = { path: checklist?.path ?? null, range };
    if (ticked === 'no-go') {
      const wayOut = 'Take the tick back once it is decided anew.';
      yield reason({ weight: 'blocks', about: 'checklist', message: '"No go" is ticked.', wayOut }, place);
    } else if (last?.outcome === 'no-go' && (outcome === 'no-go' || date === null || date < last.date)) {
      const words = ticked === 'go' ? 'Go' : 'Go with conditions';
      yield reason(
        {
          weight: 'blocks',
          about: 'checklist',
          message: `"${words}" is ticked, and the decision recorded last is no go (${last.date}, ${last.by}).`,
          wayOut: "Take the tick back, or tick what is decided now, with name and today's date.",
        },
        place,
      );
    }
  }
}
