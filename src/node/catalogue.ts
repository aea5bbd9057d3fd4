import compiled from '../../build/catalogue.json';
import type { Catalogue } from '../core';

/** The catalogue that the build embedded. It was validated when it was compiled. */
export function embeddedCatalogue(): Catalogue {
  return compiled as unknown as Catalogue;
}
