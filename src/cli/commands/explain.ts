import type { Command } from 'commander';
import { explain, rules } from '../../core';
import { CliError } from '../io';
import type { CliIo } from '../io';

export function registerExplain(program: Command, io: CliIo): void {
  program
    .command('explain')
    .description(
      'say what a provision, principle or rule asks, and which provisions go with an item of another framework',
    )
    .argument('<what...>', 'such as 5.2.4-3, "principle 8", undocumented-model, iso-27001 or A.5.9')
    .action((words: string[]) => {
      const query = words.join(' ');
      const answer = explain(io.catalogue, query, rules);
      if (answer.kind === 'text') io.stdout.write(answer.text);
      else {
        const near =
          answer.suggestions.length === 0
            ? ' "ai-baseline catalogue" lists the provisions; rules are known by name, items of frameworks by their full id, such as LLM01:2025.'
            : ` Did you mean ${answer.suggestions.join(', ')}?`;
        throw new CliError(`Nothing is called "${query}".${near}`);
      }
    });
}
