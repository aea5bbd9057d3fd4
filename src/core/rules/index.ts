import type { Rule } from './rule';
import { duplicateRecord } from './duplicate-record';
import { incompleteRecord } from './incomplete-record';
import { invalidConfiguration } from './invalid-configuration';
import { invalidRecord } from './invalid-record';
import { suppressionWithoutReason } from './suppression-without-reason';
import { undocumentedDataset } from './undocumented-dataset';
import { undocumentedModel } from './undocumented-model';
import { undocumentedPrompt } from './undocumented-prompt';
import { unknownProvision } from './unknown-provision';
import { unusedSuppression } from './unused-suppression';

export type { Report, Rule, RuleContext } from './rule';

/** Every rule, by id. A new one is a file beside this one, a line here and a folder of fixtures in test/rules. */
export const rules: readonly Rule[] = [
  duplicateRecord,
  incompleteRecord,
  invalidConfiguration,
  invalidRecord,
  suppressionWithoutReason,
  undocumentedDataset,
  undocumentedModel,
  undocumentedPrompt,
  unknownProvision,
  unusedSuppression,
];
