/** What a person states about provisions. `project` null where there is only one. */
export interface ClaimParams {
  readonly project: string;
  readonly provisions: readonly string[];
  readonly applies?: boolean;
  readonly reason?: string;
  readonly support?: 'yes' | 'partly' | 'no';
  readonly detail?: string;
  readonly owner?: string;
  readonly due?: string;
}

/** A piece of evidence for provisions: a file (URI, with lines from 1), an address, or words that lead elsewhere. */
export interface EvidenceParams {
  readonly project: string;
  readonly provisions: readonly string[];
  readonly kind: 'policy' | 'procedure' | 'implementation' | 'monitoring' | null;
  readonly file?: string;
  readonly lines?: { readonly from: number; readonly to: number };
  readonly url?: string;
  readonly ticket?: string;
}

/** What the filters of the Provisions tree can be set to. */
export interface FilterChoices {
  readonly statuses: readonly { readonly value: string; readonly label: string }[];
  readonly phases: readonly { readonly value: string; readonly label: string }[];
  readonly systems: readonly string[];
  readonly owners: readonly string[];
  readonly frameworks: readonly { readonly value: string; readonly label: string }[];
}
