import type { Rule } from './rule';
import { undocumentedReport } from './wording';

const PROVISIONS = ['5.2.1-1', '5.1.2-3'];

export const undocumentedModel: Rule = {
  id: 'undocumented-model',
  title: 'A model that nobody has documented',
  severity: 'warning',
  provisions: PROVISIONS,
  explanation: `
A model that code, configuration or a file in the tree uses, and that no record and no README or card describes. It is
reported once, where the model is defined or first called; every other place is listed with it and offers the same
fixes.

**Why.** A model that nobody has written down is not reviewed, is not replaced in time when its provider retires it, and
is not found when somebody asks, after an incident, which systems use it.

**How to settle it.** Use *Document model …* (or \`ai-baseline new model-card --asset model:gpt-4o\`). It writes a model
card with what is known; the rest is for you to fill in. Until its required fields are filled the card is a draft. A
Hugging Face model card or a README that names the model and says what it is for and where it comes from counts as well.
`,
  *check({ assets, catalogue }) {
    for (const asset of assets) {
      if (asset.kind !== 'model') continue;
      const report = undocumentedReport(catalogue, asset, PROVISIONS);
      if (report) yield report;
    }
  },
};
