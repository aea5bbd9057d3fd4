import type { SettingKind, SettingsFile } from '../../catalogue';
import { plainName } from '../../catalogue/call-settings';

/** A setting that an argument's name stands for. */
export interface SettingTerm {
  readonly name: string;
  readonly as: SettingKind;
}

const NO_TERMS: SettingsFile = { settings: [], containers: [], addresses: [], hosts: [], saves: [] };

/** What names of arguments say of a call, compiled from `_settings.yaml`. */
export class CallTerms {
  readonly #settings = new Map<string, SettingTerm>();
  readonly #containers: ReadonlySet<string>;
  readonly #addresses: ReadonlySet<string>;
  readonly #saves: ReadonlyMap<string, readonly string[]>;

  constructor(private readonly data: SettingsFile = NO_TERMS) {
    for (const { name, also, as } of data.settings) {
      for (const each of [name, ...also]) this.#settings.set(plainName(each), { name, as });
    }
    this.#containers = new Set(data.containers.map(plainName));
    this.#addresses = new Set(data.addresses.map(plainName));
    this.#saves = new Map(data.saves.map(({ call, at }) => [call, at]));
  }

  /** The setting of that name; `withTemperature` of a builder is `temperature`. */
  settingOf(written: string): SettingTerm | null {
    const name = plainName(written);
    return (
      this.#settings.get(name) ?? (name.startsWith('with') ? this.#settings.get(name.slice(4)) : undefined) ?? null
    );
  }

  isContainer(name: string): boolean {
    return this.#containers.has(plainName(name));
  }

  isAddress(name: string): boolean {
    return this.#addresses.has(plainName(name).replace(/^with/, ''));
  }

  /** Where a call of that name says under which name it saves a model. */
  savesAt(callee: string): readonly string[] {
    return this.#saves.get(callee) ?? [];
  }

  /** Who answers at a host such as `api.groq.com` or `localhost:11434`. */
  providerAt(endpoint: string): string | null {
    const name = endpoint.replace(/:\d+$/, '');
    return this.data.hosts.find(({ host }) => name === host || name.endsWith(`.${host}`))?.provider ?? null;
  }
}

/** The host, with its port, of a written address; null where it is none, or a part of the host is not known. */
export function endpointOf(address: string): string | null {
  const authority = /^(?:https?|wss?|grpc):\/\/([^/?#\s]+)/i.exec(address)?.[1];
  const host = authority?.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  return host !== undefined && /^[a-z0-9.-]+(?::\d+)?$/.test(host) ? host : null;
}
