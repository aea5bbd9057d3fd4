import { RISKS } from '../../model';
import type { Risk } from '../../model';
import { saysEncrypted } from './dragon-words';

/** How sure an assumption is; `unconfirmed` is what goes without saying. */
const VALIDITY = ['confirmed', 'rejected'] as const;

export function fromAssumption(description: string, validity: string): string {
  return VALIDITY.some((each) => each === validity) ? `${description} (${validity})` : description;
}

export function toAssumption(text: string): { readonly description: string; readonly validity: string } {
  const found = VALIDITY.find((each) => text.endsWith(` (${each})`) && text.length > each.length + 3);
  return found === undefined
    ? { description: text, validity: 'unconfirmed' }
    : { description: text.slice(0, -found.length - 3), validity: found };
}

export interface LibraryProtection {
  readonly encrypted: boolean;
  readonly has_sensitive_data: boolean;
}

const SENSITIVE = 'carries sensitive data';

export function fromLibraryProtection({ encrypted, has_sensitive_data: sensitive }: LibraryProtection): string {
  return (encrypted ? 'encrypted' : 'not encrypted') + (sensitive ? `, ${SENSITIVE}` : '');
}

/** What the format knows of a protection; `whole` where that is all there is to it. */
export function toLibraryProtection(text: string | null): LibraryProtection & { readonly whole: boolean } {
  const protection = { encrypted: saysEncrypted(text ?? ''), has_sensitive_data: text?.includes(SENSITIVE) ?? false };
  return { ...protection, whole: fromLibraryProtection(protection) === text };
}

const LEVELS: Readonly<Record<Risk, string>> = {
  'very-low': 'very_low',
  low: 'low',
  medium: 'medium',
  high: 'high',
  'very-high': 'very_high',
};

export function levelOf(risk: Risk): string {
  return LEVELS[risk];
}

export function riskOfLevel(level: string): Risk | null {
  return level === 'critical' ? 'very-high' : (RISKS.find((risk) => LEVELS[risk] === level) ?? null);
}
