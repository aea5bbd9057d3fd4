import { CODE_OWNERS, codeOwners, profilePeople } from '../records';
import type { Person } from '../records';
import type { Project } from './project';

/** Who may own something besides the owners of records: those that CODEOWNERS and the system profile name. */
export async function peopleOf(
  project: Pick<Project, 'holds' | 'configuration'>,
  textOf: (path: string) => Promise<string | null>,
): Promise<Person[]> {
  const profile = `${project.configuration.records}/system.yaml`;
  const owners = CODE_OWNERS.find((path) => project.holds(path));
  const read = async (path: string | undefined) =>
    path !== undefined && project.holds(path) ? ((await textOf(path)) ?? '') : '';
  const [owned, page] = await Promise.all([read(owners), read(profile)]);
  return [...profilePeople(profile, page), ...codeOwners(owned)];
}
