import { dayWords } from '../catalogue/words';
import type { RiskAcceptance, Threat, ThreatModel } from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { asked, fixTitles, shown } from './wording';

const CONTROLS = '5.1.3-1.3';
const UNRESOLVED = '5.1.3-2';

export const untreatedThreat: Rule = {
  id: 'untreated-threat',
  title: 'A threat that is rated or decided upon, and then left at that',
  severity: 'warning',
  provisions: [CONTROLS, UNRESOLVED],
  explanation: `
It is reported where a threat model says that

- a risk stays high or very high, and neither does anybody accept it nor is a control planned with owner and day,
- a threat is to be mitigated, and no control is named, or one that is still to come has no owner or day,
- a risk is accepted, and under \`acceptance\` stands nobody who did so and when,
- an acceptance has expired.

The risk is the one under \`residual\`, or what the matrix says of \`likelihood\` and \`impact\` where that is left out. The
tool itself rates nothing.

**Why.** A decision without a name and a day is forgotten by those who made it, and users learn of the risk when it
happens.

**How to settle it.** Name who does what by when, or write down who accepts the risk, in which role, and until when.
`,
  *check(context) {
    for (const { model } of context.threatStates) {
      const accepted = groupAcceptances(model);
      for (const threat of model.threats) {
        const said = troubleOf(threat, accepted.get(threat.id.text) ?? [], context);
        if (said !== null) yield reportOf(model, threat, said, context);
      }
    }
  },
};

interface Said {
  readonly words: string;
  readonly range: Report['range'];
  readonly provisions: readonly string[];
}

function groupAcceptances({ acceptances }: ThreatModel): ReadonlyMap<string, RiskAcceptance[]> {
  const groups = new Map<string, RiskAcceptance[]>();
  for (const acceptance of acceptances) {
    const id = acceptance.threat.text;
    groups.set(id, [...(groups.get(id) ?? []), acceptance]);
  }
  return groups;
}

/** The first thing that is missing; one who settles it is told of the next. */
function troubleOf(threat: Threat, acceptances: readonly RiskAcceptance[], { today }: RuleContext): Said | null {
  if (threat.treatment === null || threat.treatment === 'not-applicable') return highRisk(threat, acceptances, today);
  const valid = acceptances.some((each) => isValid(each, today));
  const expired = acceptances.find(({ expires }) => expires !== null && expires.date < today);
  if (expired?.expires && !valid) {
    const words = `was accepted until ${dayWords(expired.expires.date, today)} only`;
    return { words, range: expired.expires.range, provisions: [CONTROLS, UNRESOLVED] };
  }
  if (threat.treatment === 'accept' && !valid) {
    const words = 'is accepted, but under acceptance stands nobody who did so and when';
    return { words, range: threat.treatmentRange, provisions: [CONTROLS] };
  }
  return (threat.treatment === 'mitigate' ? mitigation(threat) : null) ?? highRisk(threat, acceptances, today);
}

function isValid({ by, date, expires }: RiskAcceptance, today: string): boolean {
  return by !== null && date !== null && (expires === null || expires.date >= today);
}

/** What a threat lacks that is to be mitigated. One that is done, or rated with its controls, needs nobody any more. */
function mitigation(threat: Threat): Said | null {
  const { controls, status, residual, treatmentRange } = threat;
  if (controls.length === 0) {
    return { words: 'is to be mitigated, but no control is named', range: treatmentRange, provisions: [CONTROLS] };
  }
  const waiting = controls.find((control) => control.state === 'planned' && lacks(control).length > 0);
  if (waiting) {
    const words = `is to be mitigated by "${shown(waiting.text, 60)}" without ${lacks(waiting).join(' or ')}`;
    return { words, range: waiting.range, provisions: [CONTROLS] };
  }
  const settled = status?.toLowerCase() === 'done' || residual !== null;
  if (settled || controls.some(({ state }) => state === 'planned')) return null;
  const missing = lacks(threat);
  if (missing.length === 0 || controls.every(({ owner }) => owner !== null)) return null;
  const words = `is being treated without ${missing.join(' or ')}, and what remains is not rated`;
  return { words, range: treatmentRange, provisions: [CONTROLS] };
}

function lacks({ owner, due }: Pick<Threat, 'owner' | 'due'>): string[] {
  return [...(owner === null ? ['owner'] : []), ...(due === null ? ['due date'] : [])];
}

/** A high risk needs somebody who lives with it, or a control that is on its way. */
function highRisk(threat: Threat, acceptances: readonly RiskAcceptance[], today: string): Said | null {
  const { residual, residualRange, controls, treatment, range } = threat;
  if ((residual !== 'high' && residual !== 'very-high') || treatment === 'not-applicable') return null;
  if (acceptances.some((each) => isValid(each, today))) return null;
  if (controls.some((control) => control.state === 'planned' && lacks(control).length === 0)) return null;
  const words = `stays ${residual === 'high' ? 'high' : 'very high'}, and neither is it accepted nor is a control on its way`;
  return { words, range: residualRange ?? firstLine(threat) ?? range, provisions: [CONTROLS, UNRESOLVED] };
}

/** The id of the threat, so that a row over many lines is not marked as a whole. */
function firstLine({ id }: Threat): Report['range'] | null {
  return id.range;
}

function reportOf(model: ThreatModel, threat: Threat, said: Said, { catalogue }: RuleContext): Report {
  const name = threat.id.text === threat.title ? '' : ` (${shown(threat.title, 80)})`;
  return {
    path: model.path,
    range: said.range,
    message: `Threat ${shown(threat.id.text)}${name} ${said.words}. ${asked(
      catalogue,
      said.provisions.map((id) => [id] as const),
    )}`,
    record: model.path,
    subject: `${model.path}|${threat.id.text}`,
    provisions: said.provisions,
    fixes: [fixTitles.ignore, fixTitles.explain],
  };
}
