import type { Command } from 'commander';
import { Option } from 'commander';
import { catalogueJson, catalogueText } from '../../core';
import type { CliIo } from '../io';
import { FORCE_OPTION, OUTPUT_OPTION, print } from '../output';
import type { OutputOptions } from '../output';

export function registerCatalogue(program: Command, io: CliIo): void {
  program
    .command('catalogue')
    .description('print the principles and provisions of EN 304 223 in our words')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .option(...OUTPUT_OPTION)
    .option(...FORCE_OPTION)
    .action(async ({ format, ...to }: OutputOptions & { readonly format: 'text' | 'json' }) => {
      const { catalogue } = io;
      const text =
        format === 'json' ? `${JSON.stringify(catalogueJson(catalogue), null, 2)}\n` : catalogueText(catalogue);
      await print(io, text, to);
    });
}
