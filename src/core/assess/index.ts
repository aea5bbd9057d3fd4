import type { Catalogue } from '../catalogue';
import type { Configuration } from '../config/configuration';
import type {
  Asset,
  AssetRecord,
  ClaimsFile,
  CoverState,
  Coverage,
  FileFacts,
  Finding,
  ProvisionStatus,
  SystemProfile,
  ThreatModel,
} from '../model';
import { withFindings } from '../model';
import type { Logger } from '../ports';
import type { Report, Rule, RuleContext } from '../rules';
import { rules as allRules } from '../rules';
import { threatStates } from '../threats/standing';
import { createFindingMaker, inOrder } from './findings';
import { unknownAssets } from '../records';
import type { EvidenceFile } from './evidence';
import { provisionStatuses } from './provisions';
import { acceptedIn, withAccepted } from './accepted';
import { createSuppressor } from './suppress';

export type { EvidenceFile } from './evidence';

export interface AssessInput {
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  readonly assets: readonly Asset[];
  readonly records: readonly AssetRecord[];
  readonly drift: readonly CoverState[];
  readonly threatModels: readonly ThreatModel[];
  readonly profile: SystemProfile | null;
  readonly claims: ClaimsFile | null;
  /** Files that are named as evidence, as far as they were read. */
  readonly evidenceFiles?: ReadonlyMap<string, EvidenceFile>;
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly coverage: Coverage;
  readonly today: string;
  readonly logger: Logger;
}

export interface Assessment {
  readonly findings: readonly Finding[];
  readonly provisions: readonly ProvisionStatus[];
}

/** Facts × rules → findings and provisions, sorted. A rule that crashes is logged and costs its own findings only. */
export function assess(input: AssessInput, rules: readonly Rule[] = allRules): Assessment {
  const states = threatStates(input.threatModels, input);
  const statuses = provisionStatuses({ ...input, threatStates: states });
  const context: RuleContext = {
    ...input,
    unknownAssets: unknownAssets(input),
    threatStates: states,
    provisions: statuses,
    ruleIds: new Set(rules.map((rule) => rule.id)),
  };
  const maker = createFindingMaker(context, createSuppressor(input.files, input.configuration, input.today));
  const run = (rule: Rule, reports: () => Iterable<Report>): Finding[] => {
    try {
      return [...reports()].flatMap((report) => maker.make(rule, report) ?? []);
    } catch (error) {
      input.logger.error(`Rule ${rule.id} failed; its findings are missing.`, error);
      return [];
    }
  };
  const first = rules.flatMap((rule) => run(rule, () => rule.check(context)));
  const second = rules.flatMap((rule) => run(rule, () => rule.afterSuppression?.(context, first) ?? []));
  const findings = withAccepted(inOrder([...first, ...second]), acceptedIn(input));
  return { findings, provisions: withFindings(statuses, findings) };
}
