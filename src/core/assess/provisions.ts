import type { Principle, Provision } from '../catalogue';
import { placedProvisions } from '../catalogue/lookup';
import { remembering } from '../discover/remembered';
import type { Asset, Claim, ClaimsFile, JudgedClaim, ObservationResult, ProvisionStatus, SystemStatus } from '../model';
import { stateTogether, weakestOf } from '../model';
import type { Logger } from '../ports';
import { judgeClaim } from './claims';
import { concernByRole, concernOf, concernTogether } from './concern';
import { evidenceJudge } from './evidence';
import type { EvidenceInput } from './evidence';
import { mostTelling, observe } from './observations';
import type { Look } from './observations';

/** What statuses are made from. */
export interface StatusInput extends Look, EvidenceInput {
  readonly claims: ClaimsFile | null;
  readonly logger: Logger;
}

/**
 * One line per provision of the standard, in its order: claims, what is seen, and how both stand together, for the project
 * and for each of its systems. Nothing here answers a provision: that is for people. Findings are counted later.
 */
export function provisionStatuses(input: StatusInput): ProvisionStatus[] {
  return new Statuses(input).all();
}

/** One list for one list, so that what is worked out of it is found again. */
const productAssets = remembering((assets: readonly Asset[]) => assets.filter(({ scope }) => scope === 'product'));

class Statuses {
  readonly #look: Look;
  readonly #judge: ReturnType<typeof evidenceJudge>;
  readonly #claims = new Map<string, Claim[]>();
  readonly #ours: boolean;

  constructor(private readonly input: StatusInput) {
    this.#look = { ...input, assets: productAssets(input.assets) };
    this.#judge = evidenceJudge(input);
    this.#ours = input.claims?.edition !== 'other';
    for (const claim of input.claims?.claims ?? []) {
      this.#claims.set(claim.provision, [...(this.#claims.get(claim.provision) ?? []), claim]);
    }
  }

  all(): ProvisionStatus[] {
    return placedProvisions(this.input.catalogue).map(({ principle, provision }) => this.#status(principle, provision));
  }

  #status(principle: Principle, provision: Provision): ProvisionStatus {
    const observations = observe(this.#look, provision, this.input.logger);
    const seenFor = this.#lookingAt(provision, observations);
    const claims = (this.#claims.get(provision.id) ?? []).map((claim) =>
      judgeClaim(claim, this.#judge, () => seenFor(claim.systems.map(({ id }) => id)), this.#ours),
    );
    const systems = this.#systems(principle, provision, claims);
    const byRole = concernByRole(provision, this.input.profile);
    return {
      id: provision.id,
      claims,
      observation: mostTelling(observations),
      observations,
      status: stateTogether(claims, systems),
      systems,
      concern: concernTogether(
        byRole,
        systems.map(({ concern }) => concern),
      ),
      evidence: claims.flatMap(({ evidence }) => evidence),
      findings: 0,
    };
  }

  #systems(principle: Principle, provision: Provision, claims: readonly JudgedClaim[]): SystemStatus[] {
    const { profile } = this.input;
    return (profile?.systems ?? []).map((system) => {
      const own = claims.filter(({ systems }) => systems.some(({ id }) => id === system.id));
      // A claim about this very system stands in place of one about everything.
      const about = own.length > 0 ? own : claims.filter(({ systems }) => systems.length === 0);
      const status = weakestOf(about.map(({ state }) => state));
      return { system: system.id, status, concern: concernOf(principle, provision, system, profile) };
    });
  }

  /** What is seen of a provision for some systems: of their own assets only, worked out where a claim asks. */
  #lookingAt(provision: Provision, whole: readonly ObservationResult[]) {
    const known = new Map<string, readonly ObservationResult[]>();
    return (systems: readonly string[]): readonly ObservationResult[] => {
      const all = this.input.profile?.systems ?? [];
      const ids = systems.filter((id) => all.some((system) => system.id === id));
      if (ids.length === 0 || ids.length === all.length) return whole;
      const key = JSON.stringify(ids);
      const seen = known.get(key) ?? observe(this.#part(ids), provision, this.input.logger);
      known.set(key, seen);
      return seen;
    };
  }

  #part(ids: readonly string[]): Look {
    const { profile } = this.#look;
    return {
      ...this.#look,
      assets: this.#look.assets.filter(({ systems }) => systems.some((id) => ids.includes(id))),
      profile: profile && { ...profile, systems: profile.systems.filter(({ id }) => ids.includes(id)) },
    };
  }
}
