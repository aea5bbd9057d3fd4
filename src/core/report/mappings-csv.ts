import { basisText, mappingsOf } from '../catalogue/mappings';
import { csvText } from './csv-text';
import { headerText } from './header';
import { provisionRows, standardName } from './input';
import type { ReportInput } from './input';
import { STATE_WORDS } from './words';

const COLUMNS = [
  ...['Provision', 'What it asks (our words)', 'Status', 'Framework', 'Edition', 'Item', 'Item name'],
  ...['Strength', 'Basis', 'About the whole principle', 'Where the links come from', 'Standard', 'As of', 'Header'],
];

/** How the provisions stand to other frameworks: a row for each link, with edition, strength and whose judgement it is. */
export function mappingsCsv(input: ReportInput): string {
  const header = headerText(input);
  const { snapshot } = input;
  const rows = provisionRows(input).flatMap((row) =>
    mappingsOf(input.catalogue, row).map((mapping) => [
      row.provision.id,
      row.provision.asks,
      STATE_WORDS[row.status.status],
      mapping.framework.title,
      mapping.framework.edition,
      mapping.item.id,
      mapping.item.name,
      mapping.strength,
      basisText(mapping),
      mapping.whole ? 'yes' : 'no',
      mapping.framework.note,
      standardName(snapshot),
      snapshot.asOf,
      header,
    ]),
  );
  return csvText([COLUMNS, ...rows]);
}
