import { absent, isComplete, papers, placed } from './look';
import type { LabelledPlace, Look, Seen } from './look';
import { completeModels } from './threat-model';

interface Acceptance {
  readonly place: LabelledPlace;
  readonly expires: string | null;
}

/** What is left of a risk was accepted by somebody, and that is not over. */
export function acceptancePresent(look: Look): Seen {
  const all = [...inModels(look), ...inPapers(look)];
  const over = all.filter(({ expires }) => expires !== null && expires < look.today);
  if (all.length === 0) return absent(look, 'no acceptance of a risk is here');
  if (over.length === 0)
    return { outcome: 'seen', detail: `accepted: ${all.length}`, places: all.map(({ place }) => place) };
  const detail = `an acceptance ended on ${over[0]?.expires ?? ''}`;
  return { outcome: 'contradicted', detail, places: over.map(({ place }) => place) };
}

function inModels(look: Look): Acceptance[] {
  return completeModels(look).flatMap(({ path, acceptances }) =>
    acceptances
      .filter(({ by, date }) => by !== null && date !== null)
      .map(({ threat, expires, range }) => ({
        place: placed(path, expires?.range ?? range, threat.text),
        expires: expires?.date ?? null,
      })),
  );
}

function inPapers(look: Look): Acceptance[] {
  return papers(look, ['risk-acceptance'])
    .filter(isComplete)
    .map(({ path, range, id, stated }) => ({
      place: placed(path, range, id ?? path),
      expires: /^\d{4}-\d{2}-\d{2}/u.exec(stated?.['expires'] ?? '')?.[0] ?? null,
    }));
}
