import type { ChecklistItem, GateReason, ItemSeen, ObservationResult, Snapshot } from '../model';
import { reason } from './reason';
import type { GateInput } from './reason';

/** What stands beside each item of the checklist. Nothing is ticked for anybody: it says what a person can confirm. */
export function itemsSeen(items: readonly ChecklistItem[], { provisions }: Snapshot): ItemSeen[] {
  const known = new Map(provisions.flatMap(({ observations }) => observations.map((each) => [each.id, each] as const)));
  return items.map((item) => {
    const seen = item.observes.flatMap((id) => known.get(id) ?? []);
    const against = seen.filter(({ outcome }) => outcome === 'contradicted');
    return { ...item, note: noteOf(item, seen), contradicted: item.ticked && against.length > 0 };
  });
}

function noteOf(item: ChecklistItem, seen: readonly ObservationResult[]): string | null {
  if (seen.length === 0) return null;
  const of = (outcome: ObservationResult['outcome']) => seen.filter((each) => each.outcome === outcome);
  const details = (list: readonly ObservationResult[]) => [...new Set(list.map(({ detail }) => detail))].join('; ');
  const against = of('contradicted');
  if (against.length > 0) {
    return item.ticked ? `ticked, but no longer seen: ${details(against)}` : `speaks against it: ${details(against)}`;
  }
  const missing = of('not-seen');
  if (missing.length > 0) return `not seen: ${details(missing)}`;
  const unclear = of('cannot-tell');
  if (unclear.length > 0) return `cannot tell: ${details(unclear)}`;
  return `seen: ${details(seen)}${item.ticked ? '' : ', tick to confirm'}`;
}

/** The checklist itself: whether it is there, and how its items stand. */
export function* checklistReasons(input: GateInput, items: readonly ItemSeen[]): Iterable<GateReason> {
  const { policy, checklist } = input;
  if (!policy.checklist) return;
  if (input.lost !== null) {
    yield reason(
      {
        weight: 'unread',
        about: 'checklist',
        message: `${input.lost} cannot be read as a release checklist.`,
        wayOut: 'Name a checklist that begins with "record: release-checklist", and correct what is broken in it.',
      },
      { path: input.lost },
    );
    return;
  }
  if (checklist === null) {
    yield reason(
      {
        weight: 'blocks',
        about: 'checklist',
        message: 'There is no release checklist.',
        wayOut: 'Make one for this version.',
      },
      { recordKind: 'release-checklist', command: 'ai-baseline new release-checklist "…"' },
    );
    return;
  }
  for (const { section, text } of checklist.missing) {
    yield reason(
      {
        weight: 'blocks',
        about: 'checklist',
        message: `The item "${text}" was taken out of the checklist (${section}).`,
        wayOut: 'Put it back; where it does not apply, leave it unticked and write "n/a:" and why behind it.',
      },
      { path: checklist.path },
    );
  }
  for (const item of items) {
    const found = itemReason(item);
    if (found) yield { ...found, path: checklist.path, range: item.range, provisions: item.provisions };
  }
}

function itemReason(item: ItemSeen): GateReason | null {
  const beside = item.note === null ? '' : ` (${item.note})`;
  if (item.contradicted) {
    return reason({
      weight: 'blocks',
      about: 'checklist',
      message: `"${item.text}" is ticked, and the repository speaks against it${beside}.`,
      wayOut: 'Settle what speaks against it, or take the tick back.',
    });
  }
  if (item.notApplicable) return null;
  if (!item.ticked) {
    return reason({
      weight: 'blocks',
      about: 'checklist',
      message: `"${item.text}" is not ticked${beside}.`,
      wayOut: 'Tick it with name and date once it is so, or write "n/a:" and why behind it.',
    });
  }
  if (item.signed) return null;
  return reason({
    weight: 'blocks',
    about: 'checklist',
    message: `"${item.text}" is ticked without name and date, so the tick does not count.`,
    wayOut: 'Write who ticked it and when (YYYY-MM-DD) behind the item.',
  });
}
