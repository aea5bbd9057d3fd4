import { explain, findProvision, provisionMappings, provisionMarkdown, rules, type Catalogue } from '../core';
import type { ExplainResult } from '../protocol';
import { basename } from 'node:path';
import type { Project } from './project';
import { amount, plain } from './words';

/** A page about a provision or a rule. Anything else that `explain` understands comes as it prints. */
export function explained(catalogue: Catalogue, about: string): ExplainResult {
  const rule = rules.find(({ id }) => id === about);
  if (rule) {
    const serves = rule.provisions.map((id) => `- ${provisionLine(catalogue, id)}`);
    const provisions = serves.length === 0 ? [] : ['## Provisions it serves', serves.join('\n')];
    return {
      title: `Rule ${rule.id}`,
      markdown: [`# ${rule.title}`, `\`${rule.id}\` · ${rule.severity}`, rule.explanation, ...provisions].join('\n\n'),
    };
  }
  const provision = provisionMarkdown(catalogue, about);
  if (provision !== null) {
    const elsewhere = `## In other frameworks\n\n${provisionMappings(catalogue, about)}`;
    return { title: `Provision ${about}`, markdown: `# Provision ${about}\n\n${provision}\n\n${elsewhere}` };
  }
  const answer = explain(catalogue, about, rules);
  if (answer.kind === 'text') return { title: about, markdown: `\`\`\`text\n${answer.text}\`\`\`` };
  const meant = answer.suggestions.length > 0 ? ` Did you mean ${answer.suggestions.join(', ')}?` : '';
  return { title: about, markdown: `Nothing is called ${plain(about)}.${meant}` };
}

function provisionLine(catalogue: Catalogue, id: string): string {
  const placed = findProvision(catalogue, id);
  return placed ? `**${id}**: ${placed.provision.summary}` : id;
}

/** Longer lists of skipped files are cut. */
const LONGEST_LIST = 500;

/** What was looked at in each project, and what was left out and why. */
export function coverageText(projects: readonly Project[]): ExplainResult {
  const sections = projects.map((project) => {
    const { read, ignored, skipped } = project.engine.snapshot.coverage;
    const list = skipped.slice(0, LONGEST_LIST).map(({ path, reason }) => `- ${plain(path)}: ${plain(reason)}`);
    const rest = skipped.length > LONGEST_LIST ? [`- and ${amount(skipped.length - LONGEST_LIST, 'more file')}`] : [];
    return [
      `## ${plain(basename(project.root))}`,
      `${amount(read, 'file')} read in ${plain(project.root)}.${project.state === 'stopped' ? ' The reading was stopped before its end.' : ''}`,
      [
        `- ${amount(ignored.gitignore, 'file or folder', 'files or folders')} left out by .gitignore`,
        `- ${amount(ignored.config, 'file or folder', 'files or folders')} left out by ai-baseline.yaml`,
        `- ${amount(ignored.default, 'file or folder', 'files or folders')} left out by default (installed packages, build output, other repositories)`,
      ].join('\n'),
      skipped.length === 0 ? 'No file had to be skipped.' : `### Skipped: ${amount(skipped.length, 'file')}`,
      [...list, ...rest].join('\n'),
    ].join('\n\n');
  });
  return { title: 'What was looked at', markdown: ['# What was looked at', ...sections].join('\n\n') };
}
