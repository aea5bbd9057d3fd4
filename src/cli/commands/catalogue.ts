import type { Command } from 'commander';
import { Option } from 'commander';
import { catalogueJson, catalogueText } from '../../core';
import type { CliIo } from '../io';
import { print } from '../output';

export function registerCatalogue(program: Command, io: CliIo): void {
  program
    .command('catalogue')
    .description('print the principles and provisions of EN 304 223 in our words')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .option('--output <file>', 'write to a file instead of the terminal; - is the terminal')
    .action(async ({ format, output }: { format: 'text' | 'json'; output?: string }) => {
      const { catalogue } = io;
      const text =
        format === 'json' ? `${JSON.stringify(catalogueJson(catalogue), null, 2)}\n` : catalogueText(catalogue);
      await print(io, text, output);
    });
}
