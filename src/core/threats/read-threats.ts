import type { ThreatCatalogue } from '../catalogue';
import { IMPACTS, LIKELIHOODS, RISKS, STRIDE, TREATMENTS } from '../model';
import type { Communication, Control, Placed, RiskAcceptance, Threat } from '../model';
import { atlasIds, owaspIds } from './framework-ids';
import { riskOf } from './matrix';
import type { ModelReader, Row } from './model-reader';

/** The rows of threats; one that has neither id nor title nor attack path is not there yet. */
export function readThreats(reader: ModelReader, catalogue: ThreatCatalogue): Threat[] {
  return reader.rows('threats').flatMap((row, index) => {
    const threat = row.plain === null ? readThreat(reader, row, index, catalogue) : null;
    return threat === null ? [] : [threat];
  });
}

function readThreat(reader: ModelReader, row: Row, index: number, catalogue: ThreatCatalogue): Threat | null {
  const attackPath = reader.cell(row, 'attack-path');
  const title = reader.text(row, 'title');
  const id = reader.cell(row, 'id');
  if (id === null && title === null && attackPath === null) return null;
  return {
    id: id ?? { text: `threat-${index + 1}`, range: reader.cell(row, 'title')?.range ?? row.range },
    attackPath,
    title: title ?? pathTitle(catalogue, attackPath) ?? id?.text ?? '',
    targets: [...reader.cellList(row, 'asset'), ...reader.cellList(row, 'component')],
    entry: reader.cell(row, 'entry'),
    stride: reader.wordList(row, 'stride', STRIDE, row.cells.get('stride')?.value.type === 'list'),
    atlas: atlasIds(reader, reader.cellList(row, 'atlas'), catalogue),
    owasp: owaspIds(reader, reader.cellList(row, 'owasp'), catalogue),
    scenario: reader.text(row, 'scenario'),
    seen: reader.cellList(row, 'seen').map(({ text }) => text),
    ...risks(reader, row),
    treatment: reader.word(row, 'treatment', TREATMENTS),
    treatmentRange: reader.cell(row, 'treatment')?.range ?? reader.keyRange(row, 'treatment') ?? row.range,
    reason: reader.text(row, 'reason'),
    owner: reader.text(row, 'owner'),
    due: reader.date(row, 'due'),
    controls: controls(reader, row),
    evidence: reader.cellList(row, 'evidence'),
    status: reader.text(row, 'status'),
    range: row.range,
  };
}

function pathTitle({ paths }: ThreatCatalogue, key: Placed | null): string | null {
  return paths.find(({ id }) => id === key?.text)?.title ?? null;
}

type Risks = Pick<
  Threat,
  'inherentLikelihood' | 'inherentImpact' | 'likelihood' | 'impact' | 'inherent' | 'residual' | 'residualRange'
>;

/** What a person rated, and what the matrix says of that where the risk itself is left out. */
function risks(reader: ModelReader, row: Row): Risks {
  const inherentLikelihood = reader.word(row, 'inherent-likelihood', LIKELIHOODS);
  const inherentImpact = reader.word(row, 'inherent-impact', IMPACTS);
  const likelihood = reader.word(row, 'likelihood', LIKELIHOODS);
  const impact = reader.word(row, 'impact', IMPACTS);
  const residual = reader.word(row, 'residual', RISKS);
  return {
    inherentLikelihood,
    inherentImpact,
    likelihood,
    impact,
    inherent: reader.word(row, 'inherent', RISKS) ?? riskOf(inherentLikelihood, inherentImpact),
    residual: residual ?? riskOf(likelihood, impact),
    residualRange: residual === null ? null : (reader.cell(row, 'residual')?.range ?? null),
  };
}

/** Those in place, in words or as rows, and the one that is planned, which takes owner and day from its threat. */
function controls(reader: ModelReader, row: Row): Control[] {
  const value = row.cells.get('controls')?.value;
  const found = (value === undefined ? [] : reader.rowsIn(value)).flatMap((each): Control[] => {
    const control = each.plain ?? reader.cell(each, 'control') ?? reader.cell(each, 'title');
    if (control === null) return [];
    const due = reader.date(each, 'due');
    const state = reader.word(each, 'state', STATES, true);
    return [
      {
        text: control.text,
        owner: reader.text(each, 'owner'),
        due,
        state: state ?? (due === null ? 'in-place' : 'planned'),
        evidence: reader.text(each, 'evidence'),
        range: each.range,
      },
    ];
  });
  const planned = reader.cellList(row, 'planned').map(({ text, range }): Control => {
    const [owner, due] = [reader.text(row, 'owner'), reader.cell(row, 'due')];
    const date = due && /^\d{4}-\d{2}-\d{2}/u.exec(due.text)?.[0];
    return {
      text,
      owner,
      due: due && date != null ? { date, range: due.range } : null,
      state: 'planned',
      evidence: null,
      range,
    };
  });
  return [...found, ...planned];
}

const STATES = ['in-place', 'planned'] as const;

/** Who lives with which risk. A row about several threats stands for each of them. */
export function readAcceptances(reader: ModelReader): RiskAcceptance[] {
  return reader.rows('acceptance').flatMap((row) => {
    const threats = idList(reader.cellList(row, 'threat'));
    if (threats.length === 0) return [];
    const date = reader.date(row, 'date');
    const written = reader.cell(row, 'date') !== null;
    if (date === null && !written) {
      const range = reader.keyRange(row, 'date') ?? threats[0]?.range ?? row.range;
      reader.wrong(range, 'This acceptance has no date: without one it accepts nothing');
    }
    const rest = {
      by: reader.text(row, 'accepted-by') ?? reader.text(row, 'by'),
      role: reader.text(row, 'role'),
      date,
      expires: reader.date(row, 'expires'),
      reason: reader.text(row, 'reason'),
      range: row.range,
    };
    return threats.map((threat) => ({ threat, ...rest }));
  });
}

/** Whom threats were told. */
export function readCommunications(reader: ModelReader): Communication[] {
  return reader.rows('communicated').flatMap((row) => {
    const rest = {
      told: reader.text(row, 'told'),
      impact: reader.text(row, 'impact'),
      action: reader.text(row, 'action'),
      date: reader.date(row, 'date'),
      range: row.range,
    };
    return idList(reader.cellList(row, 'threat')).map((threat) => ({ threat, ...rest }));
  });
}

/** `T01, T04` in one value names two. */
function idList(written: readonly Placed[]): Placed[] {
  return written.flatMap((placed) => {
    const { text, range } = placed;
    const parts = [...text.matchAll(/[\w.-]+/gu)];
    const asWritten = range.line === range.endLine && range.endColumn - range.column === text.length;
    if (parts.length < 2 || !asWritten || !/^[\w.-]+(?: *[,;] *[\w.-]+)+$/u.test(text)) return [placed];
    return parts.map(({ 0: id, index }) => {
      const column = range.column + index;
      return { text: id, range: { ...range, column, endColumn: column + id.length } };
    });
  });
}
