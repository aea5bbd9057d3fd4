import type { Asset, Finding, Site, Snapshot } from '../model';
import { plainRange } from '../model';
import { acceptedUntil } from './accepted';
import { claimsJson, profileJson, provisionJson } from './claims-json';

/** Name and version of the shape; keys may be added under it, never taken away or given another meaning. */
const JSON_SCHEMA = 'ai-baseline/1';

/** The snapshot as `scan --format json` prints it: the same bytes for the same snapshot, `stats` aside. */
export function jsonReport(snapshot: Snapshot): string {
  const { asOf, standard, assets, findings, records, provisions, coverage, stats } = snapshot;
  const document = {
    schema: JSON_SCHEMA,
    asOf,
    standard: { id: standard.id, version: standard.version },
    assets: assets.map(assetJson),
    findings: findings.map(findingJson),
    records: records.map(({ path, kind, id, owner, reviewed, reviewBy, covers, open, fields }) => ({
      path,
      kind,
      id,
      owner,
      reviewed,
      reviewBy: reviewBy?.date ?? null,
      covers: covers.map(({ asset, digest }) => ({ asset, digest })),
      fields,
      open: open.filter((field) => field.required).map((field) => field.field),
    })),
    profile: profileJson(snapshot.profile),
    claims: claimsJson(snapshot),
    provisions: provisions.map(provisionJson),
    coverage: {
      read: coverage.read,
      ignored: {
        gitignore: coverage.ignored.gitignore,
        config: coverage.ignored.config,
        default: coverage.ignored.default,
      },
      skipped: coverage.skipped.map(({ path, reason }) => ({ path, reason })),
    },
    accepted: acceptedUntil(findings),
    stats: { files: stats.files, parsed: stats.parsed, cached: stats.cached, ms: stats.ms },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function assetJson(asset: Asset) {
  return {
    id: asset.id,
    kind: asset.kind,
    name: asset.name,
    aliases: asset.aliases,
    scope: asset.scope,
    confidence: asset.confidence,
    documented: asset.documented,
    documentation: { state: asset.documentation.state, by: asset.documentation.by },
    records: asset.records,
    suppliers: asset.suppliers,
    pin: asset.pin,
    digest: asset.digest,
    configDigest: asset.configDigest ?? null,
    dependsOn: asset.dependsOn,
    systems: asset.systems,
    publicSource: asset.publicSource ?? false,
    sites: asset.sites.map(siteJson),
  };
}

function siteJson(site: Site) {
  return {
    path: site.path,
    ...plainRange(site),
    via: site.via,
    language: site.language,
    use: site.use,
    signature: site.signature,
    provider: site.provider,
    pin: site.pin,
    ...(site.revision === undefined ? {} : { revision: site.revision }),
    ...(site.endpoint === undefined ? {} : { endpoint: site.endpoint }),
    ...(site.settings === undefined ? {} : { settings: site.settings }),
  };
}

function findingJson(finding: Finding) {
  const { rule, severity, message, path, suppressed } = finding;
  return {
    rule,
    severity,
    message,
    path,
    ...plainRange(finding),
    asset: finding.asset,
    record: finding.record,
    scope: finding.scope,
    provisions: finding.provisions,
    fixes: finding.fixes,
    related: finding.related.map((place) => ({ path: place.path, ...plainRange(place), message: place.message })),
    suppressed: suppressed && {
      by: suppressed.by,
      reason: suppressed.reason,
      until: suppressed.until,
      path: suppressed.path,
      line: suppressed.line,
    },
    fingerprint: finding.fingerprint,
  };
}
