import type { Provision } from '../../catalogue';
import type { ObservationCheck, ObservationSpec, SpecOf } from '../../catalogue/observations';
import type { Observation, ObservationResult } from '../../model';
import type { Logger } from '../../ports';
import { acceptancePresent } from './acceptances';
import { recordFields, recordsComplete } from './asset-records';
import { assetsCovered } from './assets-covered';
import { assetsRecorded } from './assets-recorded';
import { disposalRecorded } from './disposal';
import { filePresent } from './file-present';
import { hashesRecorded } from './hashes-recorded';
import { MOST_PLACES } from './look';
import type { Look, Seen } from './look';
import { modelsPinned } from './models-pinned';
import { modelsSafe } from './models-safe';
import { functionsLimited, permissionsStated } from './permissions';
import { raciAssigned, systemsDescribed } from './profile';
import { publicDataNoted } from './public-data-noted';
import { recordPresent } from './record-present';
import { recordReviewed } from './record-reviewed';
import { recordMentions, recordSays } from './record-texts';
import { recordsCurrent } from './records-current';
import { suppliersAssessed } from './suppliers-assessed';
import { testReportPerRelease } from './test-reports';
import { threatModelCovers, threatModelCurrent } from './threat-model';
import { risksTransferred, threatsTold, threatsTreated } from './threats';

export type { Look } from './look';

type Checks = { readonly [K in ObservationCheck]: (look: Look, spec: SpecOf<K>) => Seen };

/** Every check, by the name that the catalogue calls it. */
const CHECKS: Checks = {
  'models-pinned': modelsPinned,
  'models-safe': modelsSafe,
  'hashes-recorded': hashesRecorded,
  'suppliers-assessed': suppliersAssessed,
  'threat-model-covers-assets': threatModelCovers,
  'threat-model-current': threatModelCurrent,
  'threats-treated': threatsTreated,
  'threats-told': threatsTold,
  'risks-transferred': risksTransferred,
  'acceptance-present': acceptancePresent,
  'permissions-stated': permissionsStated,
  'functions-limited': functionsLimited,
  'test-report-per-release': testReportPerRelease,
  'disposal-recorded': disposalRecorded,
  'assets-recorded': assetsRecorded,
  'assets-covered': assetsCovered,
  'record-fields': recordFields,
  'records-complete': recordsComplete,
  'records-current': recordsCurrent,
  'record-present': recordPresent,
  'record-reviewed': recordReviewed,
  'record-says': recordSays,
  'record-mentions': recordMentions,
  'file-present': filePresent,
  'public-data-noted': publicDataNoted,
  'raci-assigned': raciAssigned,
  'systems-described': systemsDescribed,
};

/** What is seen of each sentence of a provision. A check that crashes is logged, and nothing can be told. */
export function observe(look: Look, provision: Provision, logger: Logger): ObservationResult[] {
  return provision.observations.map((spec): ObservationResult => {
    const { outcome, detail, places, condition } = looked(look, spec, logger);
    return {
      id: spec.id,
      sentence: spec.sentence,
      outcome,
      detail,
      places: (places ?? []).slice(0, MOST_PLACES),
      conditionSeen: condition ?? null,
    };
  });
}

function looked(look: Look, spec: ObservationSpec, logger: Logger): Seen {
  try {
    const check = CHECKS[spec.looksAt] as (look: Look, spec: ObservationSpec) => Seen;
    const seen = check(look, spec);
    // What the catalogue names nothing for cannot be contradicted.
    return seen.outcome === 'contradicted' && spec.contradicted === undefined ? { ...seen, outcome: 'not-seen' } : seen;
  } catch (error) {
    logger.error(`Observation ${spec.id} failed.`, error);
    return { outcome: 'cannot-tell', detail: 'it could not be looked at (the log says why)' };
  }
}

const TELLING: readonly Observation[] = ['contradicted', 'not-seen', 'cannot-tell', 'seen'];

/** The most telling of several; where nothing is looked at, nothing can be told. */
export function mostTelling(results: readonly ObservationResult[]): Observation {
  return TELLING.find((outcome) => results.some((result) => result.outcome === outcome)) ?? 'cannot-tell';
}
