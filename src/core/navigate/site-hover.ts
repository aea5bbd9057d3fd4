import type { HoverText, Position } from '../model';
import { assetWords } from '../rules/wording';
import { lensWords } from './lenses';
import type { NavigationInput } from './input';
import { siteAt } from './places';

const MOST_FINDINGS = 5;

/**
 * What is known of the asset that is used at a position. Findings stand in Problems once, at the primary site, which shows
 * them by itself; at every other site they are told here. Null where no asset is used.
 */
export function siteHover(
  path: string,
  position: Position,
  { snapshot, configuration }: Pick<NavigationInput, 'snapshot' | 'configuration'>,
): HoverText | null {
  const found = siteAt(snapshot.assets, path, position);
  if (found === null) return null;
  const { asset, site } = found;
  const { title } = lensWords({ snapshot, configuration }).of(asset);
  const elsewhere = snapshot.findings.filter(
    (finding) =>
      finding.asset === asset.id &&
      finding.suppressed === null &&
      (finding.path !== path || finding.line !== site.line),
  );
  const told = elsewhere.slice(0, MOST_FINDINGS).map(({ message }) => plain(message));
  const markdown = [`**${plain(assetWords(asset))}** · ${plain(title)}`, ...told].join('\n\n');
  return { markdown, range: site };
}

/** Words of the repository as words, not as Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/gu, '\\$&').replace(/\s+/gu, ' ');
}
