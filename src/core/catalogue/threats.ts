import * as z from 'zod';
import { ASSET_KINDS, STRIDE } from '../model';

const prose = z.string().min(1);
const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/u, 'words in lower case with dashes');
const provisionId = z.string().regex(/^5\.[1-5]\.[1-5]-\d+(\.\d+)?$/u, 'an id such as 5.2.4-1.1');
const techniqueId = z.string().regex(/^AML\.T\d{4}(\.\d{3})?$/u, 'an id such as AML.T0051.000');
const mitigationId = z.string().regex(/^AML\.M\d{4}$/u, 'an id such as AML.M0020');
const tacticId = z.string().regex(/^AML\.TA\d{4}$/u, 'an id such as AML.TA0006');
const owaspId = z.string().regex(/^(?:(?:LLM|ML)\d{2}:\d{4}|ASI\d{2})$/u, 'an id such as LLM01:2025');
const globs = z.array(z.string().min(1)).min(1);

/** Whose word it is: printed by the owner of the ids, or our judgement. */
const basisSchema = z.enum(['published', 'ours']);

/** Ids of MITRE ATLAS in one release, with their names: `catalogue/threats/_atlas.yaml`. */
export const atlasFileSchema = z.strictObject({
  release: z.string().regex(/^\d{4}\.\d{2}$/u),
  title: prose,
  url: z.url(),
  licence: prose,
  attribution: prose,
  note: prose,
  tactics: z.record(tacticId, prose),
  /** A sub-technique is named with its technique: `LLM Prompt Injection: Direct`. */
  techniques: z.record(techniqueId, prose),
  mitigations: z.record(mitigationId, prose),
  /** Ids that the release no longer has. */
  replaced: z.array(z.strictObject({ id: techniqueId, name: prose, by: techniqueId })),
  /** Ids that have another name than before. */
  renamed: z.array(z.strictObject({ id: z.union([techniqueId, tacticId]), was: prose })),
});

/** Ids of OWASP's lists with their titles: `catalogue/threats/_owasp.yaml`. */
export const owaspFileSchema = z.strictObject({
  licence: prose,
  attribution: prose,
  lists: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z]+-\d{4}$/u),
      title: prose,
      edition: z.string().regex(/^\d{4}$/u),
      url: z.url(),
      note: prose,
      entries: z.record(owaspId, prose),
    }),
  ),
  /** Id of an older edition → id of the same subject in the newer one. */
  successors: z.record(owaspId, owaspId),
  /** ATLAS techniques that OWASP itself prints beside an entry. */
  published: z.record(owaspId, z.array(techniqueId)),
});

/** What shows a capability. Of one sign everything that is given has to hold. */
const signSchema = z.union([
  /** An asset of the project. */
  z.strictObject({
    assets: z.strictObject({
      kinds: z.array(z.enum(ASSET_KINDS)).min(1),
      /** Rows of signatures that saw it: `langchain.*`. */
      signatures: globs.optional(),
      /** Not where one of these saw it. */
      notSignatures: globs.optional(),
      /** Its name, in lower case. */
      names: globs.optional(),
      notNames: globs.optional(),
      pins: z.array(z.enum(['alias', 'none', 'exact'])).optional(),
      /** Whether somebody else's service runs it. */
      hosted: z.boolean().optional(),
      public: z.boolean().optional(),
      /** Settings at one of its sites, with their values in lower case. */
      settings: z.record(z.string(), globs).optional(),
      via: z.enum(['file', 'code', 'config']).optional(),
    }),
    what: prose,
  }),
  /** A file that imports one of the modules and, where calls are given, makes one of them. */
  z.strictObject({
    code: z.strictObject({
      languages: globs.optional(),
      modules: globs.optional(),
      /** The callee as it is written, or its last parts behind `*.`: `*.post`. */
      calls: globs.optional(),
      /** Where such files lie. */
      paths: globs.optional(),
    }),
    /** Counts only in a file that holds a prompt, tool or agent as well: by itself it says nothing of models. */
    beside: z.boolean().optional(),
    what: prose,
  }),
]);

/** Something that the system can do, is given or is built from, as far as the engine can see. */
const capabilitySchema = z.strictObject({
  key,
  title: prose,
  /** Says that things of the outside come in here. */
  entryPoint: prose.optional(),
  /** Other capabilities whose facts show this one too. */
  includes: z.array(key).default([]),
  signs: z.array(signSchema).min(1),
});

/** Capabilities and their signs: `catalogue/threats/_capabilities.yaml`. */
export const capabilitiesFileSchema = z.strictObject({ capabilities: z.array(capabilitySchema).min(1) });

/** One way in which a path can apply: all of `all`, at least one of `any`, none of `none`. */
const conditionSchema = z.strictObject({
  all: z.array(key).default([]),
  any: z.array(key).default([]),
  none: z.array(key).default([]),
});

/** One attack path: `catalogue/threats/<id>.yaml`. The grouping and every sentence are ours, the ids their owners'. */
export const attackPathSchema = z.strictObject({
  id: key,
  title: prose,
  /** What happens, in one or two sentences. */
  happens: prose,
  /** A scenario of one sentence to begin with; `{system}` stands for the name of the system. */
  scenario: prose,
  /** It applies where one of these holds. */
  when: z.array(conditionSchema).min(1),
  /** The same in words. */
  applies: prose,
  /** Capabilities through whose entry points it begins, the most likely first. */
  entries: z.array(key).default([]),
  lookFor: z.array(prose).min(1),
  mitigations: z
    .array(z.strictObject({ text: prose, atlas: z.array(mitigationId).default([]), basis: basisSchema }))
    .min(1),
  provisions: z.array(provisionId).min(1),
  stride: z.array(z.enum(STRIDE)).min(1),
  atlas: z.strictObject({ primary: z.array(techniqueId).min(1), related: z.array(techniqueId).default([]) }),
  /** `published`: OWASP itself names a technique of this path there. */
  owasp: z.strictObject({ published: z.array(owaspId).default([]), ours: z.array(owaspId).default([]) }),
  /** Attacks of this path that EN 304 223 names itself: every threat model has to answer them. */
  named: z
    .array(z.strictObject({ attack: prose, by: z.enum(['5.1.3-1', 'Introduction']) }))
    .default([]),
  /** What is published and what is our judgement, in words. */
  basis: prose,
});

/** Everything about threats. */
export const threatsSchema = z.strictObject({
  paths: z.array(attackPathSchema),
  capabilities: z.array(capabilitySchema),
  atlas: atlasFileSchema,
  owasp: owaspFileSchema,
});

export type AtlasFile = z.output<typeof atlasFileSchema>;
export type OwaspFile = z.output<typeof owaspFileSchema>;
export type CapabilitiesFile = z.output<typeof capabilitiesFileSchema>;
export type Capability = z.output<typeof capabilitySchema>;
export type CapabilitySign = z.output<typeof signSchema>;
export type AttackPath = z.output<typeof attackPathSchema>;
export type ThreatCatalogue = z.output<typeof threatsSchema>;
