/** The section `aiBaseline` of the editor's settings, as far as the server reads it: how and when, never what is found. */
export interface Settings {
  readonly diagnostics: {
    readonly enabled: boolean;
    readonly scopes: readonly string[];
    readonly openFields: boolean;
  };
  readonly codeLens: { readonly enabled: boolean };
  readonly scan: { readonly onChange: 'type' | 'save' };
}

export const DEFAULT_SETTINGS: Settings = {
  diagnostics: { enabled: true, scopes: ['product'], openFields: true },
  codeLens: { enabled: true },
  scan: { onChange: 'type' },
};
