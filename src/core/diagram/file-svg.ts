import type { Catalogue } from '../catalogue';
import { readThreatModel } from '../threats/read-threat-model';
import { diagramOf } from './layout';
import { diagramSvg } from './svg';

/** The picture of a threat model's file; null where it cannot be read as one. */
export function threatModelSvg({ path, text }: { path: string; text: string }, catalogue: Catalogue): string | null {
  if (!/^record:[ \t]*["']?threat-model\b/mu.test(text)) return null;
  const model = readThreatModel(path, text, catalogue);
  return model && `${diagramSvg(diagramOf(model))}\n`;
}
