import type { DescribingFile } from '../../model';
import { readKeys } from '../keys';
import { description, NOTHING, Statements } from './reader';
import type { DescriptionReader, ImportFile } from './reader';
import { at, entriesOf, rootValue, textAt } from './value-texts';

/** `MLmodel`, which MLflow writes into the folder of each model. */
export const mlflowModel: DescriptionReader = {
  label: 'MLmodel file',
  claims: ({ name, text }) =>
    name === 'mlmodel' && /^(?:flavors|artifact_path|model_uuid|mlflow_version)[ \t]*:/mu.test(text),
  read,
};

function read(file: ImportFile, label: string): DescribingFile {
  const keys = readKeys(file.text, 0);
  if (!keys.usable) return NOTHING;
  const root = rootValue(keys, 0, file.text.length);
  const statements = new Statements(file);
  for (const place of [at(root, 'metadata'), root]) {
    statements.value('purpose', at(place, 'description')).value('purpose', at(place, 'task'));
    statements.value('licence', at(place, 'license') ?? at(place, 'licence'));
    statements.value('limitations', at(place, 'limitations'));
    statements.value('trainingData', at(place, 'training_data') ?? at(place, 'datasets'));
    statements.value('version', at(place, 'model_uuid') ?? at(place, 'model_id'));
    statements.value('provider', at(place, 'author') ?? at(place, 'owner'));
  }
  for (const flavour of entriesOf(at(root, 'flavors'))) {
    statements.value('purpose', at(flavour.value, 'task'));
    statements.value('source', at(flavour.value, 'source_model_name'), (texts) =>
      texts.map((text) => `made from ${text}`),
    );
  }
  statements.value('source', at(root, 'run_id'), (texts) => texts.map((text) => `MLflow run ${text}`));
  const names = [textAt(root, 'registered_model_name'), textAt(root, 'name')];
  const about = { label, kind: 'model', names, paths: [file.folder === '' ? null : file.folder] } as const;
  return { descriptions: [description(file, about, statements)], problems: [] };
}
