/** What the words of a threat model mean, by the key they stand under. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: {
    actor: 'A person or role outside the system',
    process: 'Code of the system that runs',
    store: 'Where data is kept: a database, an index, files, logs',
    model: 'A model, wherever it runs',
    tool: 'Something the system can do elsewhere, called by a model or agent',
    external: 'A service of somebody else',
  },
  treatment: {
    mitigate: 'Do something against it: name controls, who does them and by when',
    accept: 'Live with it: needs a row under acceptance with name and date',
    transfer: 'Let somebody else answer for it, such as a supplier: say who, under reason',
    avoid: 'Do without what makes it possible: say what, under reason',
    'not-applicable': 'It cannot happen here: say why, under reason',
  },
  stride: {
    spoofing: 'Somebody or something passes for another',
    tampering: 'Data, code or a model is changed',
    repudiation: 'Nobody can show who did it',
    'information-disclosure': 'Something gets to those who may not see it',
    'denial-of-service': 'It becomes slow, dear or unavailable',
    'elevation-of-privilege': 'Somebody may do more than they should',
  },
  state: { 'in-place': 'It works today', planned: 'It is still to come: needs owner and due date' },
  status: {
    open: 'Nothing has begun',
    'in-progress': 'Somebody is at it',
    done: 'The controls are in place, and what remains is as rated',
  },
  likelihood: {
    rare: 'Would surprise everybody',
    unlikely: 'Could happen once in the life of the system',
    possible: 'Could well happen within a few years',
    likely: 'Expected within a year',
    certain: 'Happens already, or is tried all the time',
  },
  impact: {
    negligible: 'Nobody outside the team notices',
    minor: 'A nuisance that is put right at once',
    moderate: 'Users or money are harmed, within bounds',
    major: 'Serious harm to people, data or money',
    severe: 'Harm that cannot be undone, or that ends the service',
  },
};

/** The words under a key; `inherent-likelihood` has those of `likelihood`. */
export function wordsOf(key: string): Readonly<Record<string, string>> {
  return WORDS[key.replace(/^inherent-/u, '')] ?? {};
}
