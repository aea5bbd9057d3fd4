import type { ProjectEdit } from '../model';
import { ignoreComment } from './ignore-comment';
import type { IgnoreRequest } from './ignore-comment';
import { ignoreInConfiguration } from './ignore-in-configuration';

export interface IgnoreInput extends IgnoreRequest {
  /** The file is itself the asset (a prompt file, weights): a comment in it would change what is documented. */
  readonly isAsset: boolean;
  /** `ai-baseline.yaml` with its text, null where there is none yet. */
  readonly configuration: { readonly path: string; readonly text: string | null };
}

/**
 * The edit that suppresses a rule at a line: a comment above it, or, where the file takes none, an entry for its path in
 * `ai-baseline.yaml`. Null without a reason, and where neither can be written safely.
 */
export function ignoreEdit(input: IgnoreInput): ProjectEdit | null {
  if (input.reason.trim() === '') return null;
  const comment = input.isAsset ? null : ignoreComment(input);
  if (comment !== null) return { creations: [], replacements: [comment] };
  const { path, text } = input.configuration;
  return ignoreInConfiguration(path, text, input);
}
