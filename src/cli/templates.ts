/** What `ai-baseline init` writes. Every key is there, each commented out and with its meaning. */
export const CONFIGURATION_TEMPLATE = `# AI Baseline: what is looked at in this project, and how loudly it is said. Everything here is optional.
# This file travels with the repository: editor, command line and pipeline read the same.

# Globs that are looked at although .gitignore or the defaults leave them out.
# include:
#   - data/private/README.md

# Globs that are never looked at.
# exclude:
#   - third_party/

# Severity of a rule: error, warning, info or off.
# severities:
#   undocumented-prompt: error

# Findings that do not count, by path. A reason is needed; "until" is optional.
# suppressions:
#   - rules: [undocumented-dataset]
#     paths: [benchmarks/**]
#     reason: public benchmark, described in its own repository
#     until: 2027-06-30

# Which part of the repository is what, where the built-in guess is wrong.
# Only "product" counts; "development" are the developers' own tools.
# scopes:
#   example: [demos/**]
#   test: [qa/**]

# Folder of the records.
# records: ai-security

# What has to hold before you build (design), release or retire; what is left out is built in.
# gate:
#   release:
#     severity: warning           # open findings from this severity on block
#     records: [monitoring-runbook]
#     provisions: [5.2.1-1]       # have to be claimed; "shall" is every one that requires
#     max-age: 365                # days since the last review of a record
#   environments:
#     production: { severity: info }

# Files of your organisation that are laid over the standard: own provisions, stricter force, owners, links.
# overlays:
#   - security/acme-policy.yaml

# Templates of your own, by kind of record: the front matter's keys and the body are used in place of ours.
# templates:
#   model-card: docs/templates/model-card.md

# Fields of your own: a key of the front matter or a heading, with level required, advised or optional.
# fields:
#   model-card:
#     - heading: Energy use
#       level: required
#       help: What does a thousand calls cost?
`;

export const RECORDS_README = `# AI security records

Documents about the AI in this project, kept next to the code they speak of.

- One file per model, dataset or prompt: \`ai-baseline new model-card\`, \`dataset-card\` or \`prompt-record\`.
- A threat model and a checklist for each release: \`ai-baseline new threat-model\`, \`release-checklist\`.
- What you claim about each provision, and what shows it: \`ai-baseline claim 5.2.1-1 --support yes --evidence …\`.
- A record with required fields still open is a draft and counts for nothing until they are filled.
`;
