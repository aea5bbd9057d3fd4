import type { Asset, Coverage, Finding, ProvisionState, RaciRow, System, SystemProfile } from '../model';
import { compareText, weakestOf } from '../model';
import { phasesOf } from '../catalogue/lookup';
import { cautionTexts, headerText, leftOutText } from './header';
import { projectName, provisionRows } from './input';
import type { ProvisionRow, ReportInput } from './input';
import type { PagePlace } from './life-cycle-parts';
import { releaseViews } from './life-cycle-releases';
import type { ReleaseView } from './life-cycle-releases';
import { threatModelViews } from './life-cycle-threats';
import type { ThreatModelView } from './life-cycle-threats';
import { STATE_WORDS } from './words';

/** One principle of the heat map. */
export interface PrincipleView {
  readonly number: number;
  readonly clause: string;
  readonly title: string;
  readonly rows: readonly ProvisionRow[];
  /** The weakest of its provisions that concern the organisation. */
  readonly state: ProvisionState;
  /** `3 claimed, with current evidence; 1 not assessed`. */
  readonly words: string;
}

export interface PhaseView {
  readonly clause: string;
  readonly title: string;
  readonly principles: readonly PrincipleView[];
  /** The weakest of its provisions that concern the organisation. */
  readonly state: ProvisionState;
  readonly words: string;
}

export interface SystemView extends System {
  readonly place: PagePlace;
  readonly assets: readonly string[];
  /** How the provisions stand for it; empty where that is not known by system. */
  readonly standing: string;
}

/** Something whose day is over. */
export interface OverdueItem {
  readonly what: string;
  readonly date: string;
  readonly owner: string | null;
  readonly place: PagePlace;
}

export interface RaciView {
  readonly functions: readonly string[];
  readonly rows: readonly {
    readonly principle: number;
    readonly title: string;
    readonly marks: readonly string[];
    readonly place: PagePlace | null;
  }[];
}

/** Everything that the page of the life cycle shows, as plain data. */
export interface LifeCycleView {
  readonly title: string;
  readonly header: string;
  readonly notes: readonly string[];
  readonly coverage: Coverage;
  /** Roles that the organisation holds. */
  readonly roles: readonly string[];
  readonly systems: readonly SystemView[];
  readonly phases: readonly PhaseView[];
  /** Rows whose claims are contradicted by what is seen. */
  readonly contradicted: readonly ProvisionRow[];
  /** Open findings in product scope by the provision they name. */
  readonly findings: Readonly<Record<string, readonly Finding[]>>;
  readonly overdue: readonly OverdueItem[];
  readonly raci: RaciView;
  /** The newest first. */
  readonly releases: readonly ReleaseView[];
  readonly threatModels: readonly ThreatModelView[];
  readonly assets: readonly Asset[];
}

/** What the single page shows, from the snapshot. */
export function lifeCycleView(input: ReportInput): LifeCycleView {
  const { snapshot, catalogue } = input;
  const rows = provisionRows(input);
  const phases = phasesOf(catalogue).map(({ clause, title, principles }) => {
    const views = principles.map((principle) => {
      const own = rows.filter((row) => row.principle === principle);
      const { number, clause: at, title: name } = principle;
      const words = standingWords(own.map(({ status }) => status.status));
      return { number, clause: at, title: name, rows: own, state: weakestIn(own), words };
    });
    const all = views.flatMap((view) => view.rows);
    return {
      ...{ clause, title, principles: views, state: weakestIn(all) },
      words: standingWords(all.map(({ status }) => status.status)),
    };
  });
  const leftOut = leftOutText(snapshot.coverage);
  return {
    title: `AI life cycle of ${projectName(input)}`,
    header: headerText(input),
    notes: [...cautionTexts(input), ...(leftOut === '' ? [] : [leftOut])],
    coverage: snapshot.coverage,
    roles: snapshot.profile?.roles ?? [],
    systems: systemsOf(snapshot.profile, snapshot.assets, rows),
    phases,
    contradicted: rows.filter(({ status }) => status.status === 'contradicted'),
    findings: findingsByProvision(snapshot.findings),
    overdue: overdueOf(input, rows),
    raci: raciOf(input, snapshot.profile),
    releases: releaseViews(snapshot.checklists),
    threatModels: threatModelViews(snapshot.threatModels),
    assets: snapshot.assets,
  };
}

/** The same findings that a status counts. */
function findingsByProvision(findings: readonly Finding[]): Record<string, Finding[]> {
  const by: Record<string, Finding[]> = {};
  for (const finding of findings) {
    if (finding.suppressed !== null || finding.scope !== 'product') continue;
    for (const id of finding.provisions) (by[id] ??= []).push(finding);
  }
  return by;
}

/** The weakest of those that concern the organisation, else of all. */
function weakestIn(rows: readonly ProvisionRow[]): ProvisionState {
  const concerned = rows.filter(({ status }) => status.concern.state === 'concerned');
  return weakestOf((concerned.length > 0 ? concerned : rows).map(({ status }) => status.status));
}

/** `3 not assessed; 1 claimed in part`: the states that there are, the most pressing first. */
function standingWords(states: readonly ProvisionState[]): string {
  const order: readonly ProvisionState[] = [
    ...['contradicted', 'not-supported', 'partly', 'claimed-without-evidence', 'claimed-with-outside-evidence'],
    ...['claimed-with-evidence', 'not-applicable', 'not-assessed'],
  ] as readonly ProvisionState[];
  return order
    .map((state) => ({ state, amount: states.filter((each) => each === state).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ state, amount }) => `${amount} ${STATE_WORDS[state]}`)
    .join('; ');
}

function systemsOf(
  profile: SystemProfile | null,
  assets: readonly Asset[],
  rows: readonly ProvisionRow[],
): SystemView[] {
  return (profile?.systems ?? []).map((system) => ({
    ...system,
    place: { path: profile?.path ?? '', line: system.range.line },
    assets: assets.filter(({ systems }) => systems.includes(system.id)).map(({ id }) => id),
    standing: standingWords(
      rows.flatMap(({ status }) =>
        status.systems.filter((each) => each.system === system.id).map((each) => each.status),
      ),
    ),
  }));
}

/** Reviews, evidence and promises whose day is over, the longest first. */
function overdueOf({ snapshot }: ReportInput, rows: readonly ProvisionRow[]): OverdueItem[] {
  const { asOf, records, threatModels } = snapshot;
  const items: OverdueItem[] = [];
  for (const { path, owner, reviewBy } of [...records, ...threatModels]) {
    if (reviewBy === null || reviewBy.date >= asOf || items.some(({ place }) => place.path === path)) continue;
    items.push({ what: `Review of ${path}`, date: reviewBy.date, owner, place: { path, line: reviewBy.range.line } });
  }
  for (const { provision, status } of rows) {
    for (const { path, owner, due, evidence } of status.claims) {
      if (due !== null && due.date < asOf) {
        const what = `What is promised for ${provision.id}`;
        items.push({ what, date: due.date, owner, place: { path, line: due.range.line } });
      }
      for (const { validUntil, reference } of evidence) {
        if (validUntil === null || validUntil.date >= asOf) continue;
        const what = `Evidence ${reference} for ${provision.id}`;
        items.push({ what, date: validUntil.date, owner, place: { path, line: validUntil.range.line } });
      }
    }
  }
  return items.sort((a, b) => compareText(a.date, b.date) || compareText(a.what, b.what));
}

function raciOf({ catalogue }: ReportInput, profile: SystemProfile | null): RaciView {
  const written = profile?.raci ?? [];
  const functions = [...new Set(written.flatMap(({ marks }) => Object.keys(marks)))].sort(compareText);
  const byPrinciple = new Map<number, RaciRow>(written.map((each) => [each.principle, each]));
  return {
    functions,
    rows: catalogue.principles.map(({ number, title }) => {
      const own = byPrinciple.get(number);
      return {
        principle: number,
        title,
        marks: functions.map((name) => own?.marks[name] ?? ''),
        place: own === undefined ? null : { path: profile?.path ?? '', line: own.range.line },
      };
    }),
  };
}
