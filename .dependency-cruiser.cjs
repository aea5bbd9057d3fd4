/** The walls of the house (ARCHITECTURE.md). Each says where the code should go instead. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', comment: 'Move what both need into a third file below them.', from: {}, to: { circular: true } },
    { name: 'core-is-pure', severity: 'error', comment: 'core imports nothing of the doors nor of VS Code, not even a type: add a port to core/ports.ts and implement it outside.', from: { path: '^src/core/' }, to: { path: ['^src/(?!core/)', '(^|/)vscode($|/)', 'vscode-language'] } },
    { name: 'core-no-io', severity: 'error', comment: 'core does no input or output: take what you need through a port (core/ports.ts).', from: { path: '^src/core/' }, to: { dependencyTypes: ['core'] } },
    { name: 'model-is-leaf', severity: 'error', comment: 'core/model is plain data: logic belongs to discover, records, assess or fix.', from: { path: '^src/core/model/' }, to: { path: '^src/', pathNot: '^src/core/model/' } },
    { name: 'rules-are-strangers', severity: 'error', comment: 'A rule reads RuleContext only; what two rules share goes to core/rules/rule.ts or core/model.', from: { path: '^src/core/rules/(?!index\\.ts|rule\\.ts)' }, to: { path: '^src/core/', pathNot: '^src/core/(model|catalogue|config)/|^src/core/rules/(rule|wording)\\.ts' } },
    { name: 'report-reads-model', severity: 'error', comment: 'Reports project the snapshot; work things out in assess.', from: { path: '^src/core/report/' }, to: { path: '^src/', pathNot: '^src/core/(report|model|catalogue)/' } },
    { name: 'use-core-front-door', severity: 'error', comment: 'Import from src/core (index.ts); export it there if a door really needs it.', from: { path: '^src/(?!core/)' }, to: { path: '^src/core/(?!index\\.ts)' } },
    { name: 'extension-speaks-protocol', severity: 'error', comment: 'The extension asks the server (src/protocol); decisions belong to core, work to the server.', from: { path: '^src/extension/' }, to: { path: '^src/(core|server|node|cli)/' } },
    { name: 'doors-are-strangers', severity: 'error', comment: 'What server and cli share lives in src/node; what server and extension share in src/protocol.', from: { path: '^src/(cli|server|node|protocol)/' }, to: { path: '^src/(cli|server|extension)/', pathNot: '^src/$1/' } },
    { name: 'features-are-strangers', severity: 'error', comment: 'No feature imports another: what two share goes to src/extension/ itself.', from: { path: '^src/extension/features/(?!index\\.ts)([^/]+)' }, to: { path: '^src/extension/features/', pathNot: '^src/extension/features/($1|index\\.ts)' } },
    { name: 'cli-never-reaches-vscode', severity: 'error', comment: 'The command line runs where there is no editor.', from: { path: '^src/cli/' }, to: { path: '(^|/)vscode($|/)', reachable: true } },
    { name: 'src-not-to-test', severity: 'error', comment: 'Product code never needs tests or scripts.', from: { path: '^src/' }, to: { path: '^(test|scripts|bench)/' } },
    { name: 'no-orphans', severity: 'error', comment: 'Delete what nothing imports.', from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/host/vscode' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['main', 'types'] },
  },
};
