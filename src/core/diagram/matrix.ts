import type { RiskMatrix, Threat } from '../model';
import { IMPACTS, LIKELIHOODS } from '../model';
import { riskOf } from '../threats/matrix';

/** Where the rated threats stand, for the risk that remains. */
export function riskMatrix(threats: readonly Threat[]): RiskMatrix {
  const cells = LIKELIHOODS.flatMap((likelihood) =>
    IMPACTS.map((impact) => ({
      likelihood,
      impact,
      risk: riskOf(likelihood, impact),
      threats: threats
        .filter((threat) => threat.likelihood === likelihood && threat.impact === impact)
        .map(({ id, title, range }) => ({ id: id.text, title, range })),
    })),
  );
  const rated = cells.reduce((sum, cell) => sum + cell.threats.length, 0);
  return { cells, unrated: threats.length - rated };
}
