import { placedProvisions } from '../catalogue/lookup';
import type { GateReason, JudgedClaim, ProvisionStatus } from '../model';
import { FILE_START } from '../model';
import { command } from './commands';
import { reason } from './reason';
import type { GateInput } from './reason';

/** Claims: what contradicts one blocks; what is supported in part is a condition; what the policy wants claimed has to be. */
export function* claimReasons(input: GateInput): Iterable<GateReason> {
  const wanted = wantedProvisions(input);
  for (const status of input.snapshot.provisions) {
    for (const claim of status.claims) {
      const found = claimReason(status, claim, wanted.has(status.id));
      if (found) yield { ...found, path: claim.path, range: claim.supportRange, provisions: [status.id] };
    }
    if (wanted.has(status.id) && status.status === 'not-assessed' && status.concern.state === 'concerned') {
      yield reason(
        {
          weight: 'blocks',
          about: 'provision',
          message: `Nothing is claimed for ${status.id}, which the policy asks for.`,
          wayOut: 'Record a claim, or say why it does not apply.',
        },
        {
          path: input.snapshot.claims?.path ?? null,
          range: FILE_START,
          provisions: [status.id],
          command: command('claim', status.id, ' --support …'),
        },
      );
    }
  }
  for (const problem of input.snapshot.claims?.problems ?? []) {
    const message = `The claims cannot be read in full: ${problem.message}.`;
    const wayOut = 'Correct it at the place shown; until then nobody can decide on what is claimed.';
    const path = input.snapshot.claims?.path ?? null;
    yield reason({ weight: 'unread', about: 'claim', message, wayOut }, { path, range: problem.range });
  }
}

function wantedProvisions({ policy, catalogue }: GateInput): ReadonlySet<string> {
  const required = placedProvisions(catalogue).filter(
    ({ provision }) => provision.force === 'shall' || provision.required !== undefined,
  );
  const ids = required.map(({ provision }) => provision.id);
  return new Set(policy.provisions.flatMap((wanted) => (wanted === 'shall' ? ids : [wanted])));
}

function claimReason(status: ProvisionStatus, claim: JudgedClaim, wanted: boolean): GateReason | null {
  if (claim.state === 'contradicted') {
    const seen = claim.contradictions.map(({ detail }) => detail).join('; ');
    return reason(
      {
        weight: 'blocks',
        about: 'claim',
        message: `The claim on ${status.id} is contradicted: ${seen}.`,
        wayOut: 'Settle what speaks against it, or claim less.',
      },
      { command: command('claim', status.id, ' --support partly') },
    );
  }
  const due = claim.due?.date ?? null;
  if (claim.state === 'partly' || claim.state === 'not-supported') {
    const words = claim.state === 'partly' ? 'supported in part' : 'not supported';
    if (wanted && claim.state === 'not-supported') {
      return reason({
        weight: 'blocks',
        about: 'provision',
        message: `${status.id} is not supported, and the policy asks for it.`,
        wayOut: 'Do what is missing, or change the policy.',
      });
    }
    const wayOut = due === null ? 'Give it an owner and a day.' : `Do what is missing by ${due}.`;
    const message = `${status.id} is ${words}${claim.owner === null ? '' : `, with ${claim.owner}`}.`;
    return reason({ weight: 'condition', about: 'claim', message, wayOut }, { due });
  }
  const stale = claim.evidence.filter(({ state }) => state === 'missing' || state === 'expired' || state === 'invalid');
  const [first] = stale;
  if (!first || claim.state !== 'claimed-without-evidence') return null;
  const message = `The evidence for ${status.id} does not hold: ${first.reference} (${first.why ?? first.state}).`;
  const weight = wanted ? 'blocks' : 'condition';
  return reason(
    { weight, about: 'claim', message, wayOut: 'Name evidence that is there and valid.' },
    { due, command: command('claim', status.id, ' --evidence …') },
  );
}
