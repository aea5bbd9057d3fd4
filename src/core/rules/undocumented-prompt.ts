import type { Rule } from './rule';
import { undocumentedReport } from './wording';

const PROVISIONS = ['5.2.1-1', '5.1.2-3', '5.2.4-3'];

export const undocumentedPrompt: Rule = {
  id: 'undocumented-prompt',
  title: 'A prompt that nobody has documented',
  severity: 'warning',
  provisions: PROVISIONS,
  explanation: `
A prompt in code, in a prompt file or in an instruction file, that no record and no document describes. Prompts of the
developers' own tools (\`AGENTS.md\`, editor rules), of tests and of examples are information only.

**Why.** A prompt steers the system as code does, but a change to it is easily overlooked. Somewhere it has to be
written who may change it, what it must keep doing and how it was tested.

**How to settle it.** Use *Document prompt …* (or \`ai-baseline new prompt-record --asset …\`) and fill in the open
fields.
`,
  *check({ assets, catalogue }) {
    for (const asset of assets) {
      if (asset.kind !== 'prompt') continue;
      const report = undocumentedReport(catalogue, asset, PROVISIONS);
      if (report) yield report;
    }
  },
};
