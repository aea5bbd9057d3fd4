import type { Rule } from './rule';
import { assetNotThreatModelled } from './asset-not-threat-modelled';
import { brokenEvidence } from './broken-evidence';
import { claimWithoutEvidence } from './claim-without-evidence';
import { contradictedClaim } from './contradicted-claim';
import { duplicateRecord } from './duplicate-record';
import { expiredSuppression } from './expired-suppression';
import { incompleteRecord } from './incomplete-record';
import { invalidConfiguration } from './invalid-configuration';
import { invalidRecord } from './invalid-record';
import { modelWithoutHash } from './model-without-hash';
import { movedAsset } from './moved-asset';
import { orphanedRecord } from './orphaned-record';
import { outdatedThreatModel } from './outdated-threat-model';
import { overdueReview } from './overdue-review';
import { retiredReference } from './retired-reference';
import { staleRecord } from './stale-record';
import { supplierNotAssessed } from './supplier-not-assessed';
import { suppressionWithoutReason } from './suppression-without-reason';
import { unansweredThreat } from './unanswered-threat';
import { undocumentedDataset } from './undocumented-dataset';
import { undocumentedModel } from './undocumented-model';
import { undocumentedPrompt } from './undocumented-prompt';
import { unknownProvision } from './unknown-provision';
import { unknownReference } from './unknown-reference';
import { unownedAsset } from './unowned-asset';
import { unpinnedModel } from './unpinned-model';
import { untreatedThreat } from './untreated-threat';
import { unusedSuppression } from './unused-suppression';

export type { Report, Rule, RuleContext } from './rule';

/** Every rule, by id. A new one is a file beside this one, a line here and a folder of fixtures in test/rules. */
export const rules: readonly Rule[] = [
  assetNotThreatModelled,
  brokenEvidence,
  claimWithoutEvidence,
  contradictedClaim,
  duplicateRecord,
  expiredSuppression,
  incompleteRecord,
  invalidConfiguration,
  invalidRecord,
  modelWithoutHash,
  movedAsset,
  orphanedRecord,
  outdatedThreatModel,
  overdueReview,
  retiredReference,
  staleRecord,
  supplierNotAssessed,
  suppressionWithoutReason,
  unansweredThreat,
  undocumentedDataset,
  undocumentedModel,
  undocumentedPrompt,
  unknownProvision,
  unknownReference,
  unownedAsset,
  unpinnedModel,
  untreatedThreat,
  unusedSuppression,
];
