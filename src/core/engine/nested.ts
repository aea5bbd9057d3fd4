import { projectOf, projectsIn } from '../config';
import type { Configuration } from '../config';
import type { Listing } from '../ports';

/** Takes the files of nested projects out of a listing, and names the folders among what was skipped. */
export function withoutNestedProjects(listing: Listing, configuration: Configuration): Listing {
  // The project's own records may lie deeper (`docs/ai-security`): that makes no project of `docs`.
  const paths = listing.files.filter((path) => !path.startsWith(`${configuration.records}/`));
  const projects = projectsIn(paths);
  if (projects.length === 1) return listing;
  const found = new Set<string>();
  const files = listing.files.filter((path) => {
    if (path.startsWith(`${configuration.records}/`)) return true;
    const project = projectOf(path, projects);
    if (project !== '') found.add(project);
    return project === '';
  });
  const nested = [...found].map((project) => ({
    path: `${project}/`,
    reason: 'a project of its own: scan it by itself',
  }));
  return { ...listing, files, skipped: [...listing.skipped, ...nested] };
}
