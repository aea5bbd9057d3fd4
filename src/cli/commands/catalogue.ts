import type { Command } from 'commander';
import { Option } from 'commander';
import { catalogueJson, catalogueText } from '../../core';
import type { CliIo } from '../io';

export function registerCatalogue(program: Command, io: CliIo): void {
  program
    .command('catalogue')
    .description('print the principles and provisions of EN 304 223 in our words')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(({ format }: { format: 'text' | 'json' }) => {
      io.stdout.write(
        format === 'json' ? `${JSON.stringify(catalogueJson(io.catalogue), null, 2)}\n` : catalogueText(io.catalogue),
      );
    });
}
