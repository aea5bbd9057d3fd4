import type { Rule } from './rule';
import { undocumentedReport } from './wording';

const PROVISIONS = ['5.2.1-1', '5.1.2-3', '5.2.4-2'];

export const undocumentedDataset: Rule = {
  id: 'undocumented-dataset',
  title: 'A dataset that nobody has documented',
  severity: 'warning',
  provisions: PROVISIONS,
  provisionsNote: '5.2.4-2 only where the source of the dataset is known to be public.',
  explanation: `
A dataset that code loads, or a data file that is used for training, tuning, evaluation or retrieval as far as code,
configuration and the files around it show, and that no record, card or README describes.

**Why.** That data is poisoned or unsuitable often shows only after training. Then somebody has to know where the data
came from, when, under which terms, and which models were trained on it.

**How to settle it.** Use *Document dataset …* (or \`ai-baseline new dataset-card --asset dataset:data/train.csv\`) and
fill in the open fields. A Hugging Face dataset card or a README that names the dataset and says what it is for and
where it comes from counts as well.
`,
  *check({ assets, catalogue }) {
    for (const asset of assets) {
      if (asset.kind !== 'dataset') continue;
      const report = undocumentedReport(
        catalogue,
        asset,
        asset.publicSource === true ? PROVISIONS : PROVISIONS.slice(0, 2),
      );
      if (report) yield report;
    }
  },
};
