/** The keys and words that `ai-baseline.yaml` knows. */

export const severityNames = ['error', 'warning', 'info', 'off'] as const;

export const scopeNames = ['product', 'development', 'test', 'example'] as const;

export const topLevelKeys = [
  'include',
  'exclude',
  'severities',
  'suppressions',
  'scopes',
  'records',
  'templates',
  'overlays',
  'gate',
  'fields',
] as const;

export const suppressionKeys = ['rules', 'paths', 'reason', 'until'] as const;
