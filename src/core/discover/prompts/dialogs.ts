import type { Call } from '../../model';
import { remembering } from '../remembered';
import { snakeCase } from '../snake-case';
import { modulesOf } from '../signatures/analysis';
import { calleeName, type Reference } from '../resolve/resolving';
import type { SourceFile } from '../resolve/source-file';

/** Libraries that ask a person at a terminal. What they call a prompt or a message is a question to that person. */
const SCRIPT =
  /^(?:prompts|@clack\/(?:prompts|core)|@inquirer\/[\w-]+|inquirer|enquirer|prompt|prompt-sync|promptly|readline-sync|node:readline(?:\/promises)?|readline(?:\/promises)?|cliffy|@cliffy\/prompt|@topcli\/prompts|zx|listr2|consola|vorpal|commander|yargs)$/;
const PYTHON =
  /^(?:click|rich_click|typer|questionary|inquirer|InquirerPy|PyInquirer|prompt_toolkit|rich\.prompt|getpass|cmd2|bullet|beaupy|simple_term_menu|pick)(?:\.|$)/;
const OTHER =
  /(?:^|[/.:])(?:promptui|survey(?:\/v2)?|huh(?:\/v2)?|dialoguer|inquire|requestty|Sharprompt|Spectre\.Console|picocli|jline)(?:$|[/.:])/;

function isDialog(module: string, language: string): boolean {
  if (language === 'python') return PYTHON.test(module);
  return (/^(?:go|rust|java|csharp)$/.test(language) ? OTHER : SCRIPT).test(module);
}

/** True where the file imports a library that asks a person. */
export const asksPeople = remembering((file: SourceFile): boolean =>
  modulesOf(file).some((module) => isDialog(module, file.facts.language)),
);

/** True where the call is answered by such a library. */
export function isQuestion(references: readonly Reference[], { facts }: SourceFile): boolean {
  return references.some(({ module }) => module !== null && isDialog(module, facts.language));
}

/** What is thrown or raised, by the custom of all languages; Go and Rust make theirs with functions. */
const FAILURE = /(?:Error|Exception|Warning|Fault)$|^(?:errorf|bail|panic|anyhow|abort)$/;
/** What warns or tells of itself: `report_warning`, `emitDeprecation`, `logger.warn`. */
const NOTICE = /(?:^|_)(?:warn|warning|deprecate|deprecated|deprecation|notice|error|fail)(?:_|$)/;

/** True where the call makes a failure or a notice: its message is for a person. */
export function isNotice(call: Call): boolean {
  const name = calleeName(call);
  return FAILURE.test(name) || NOTICE.test(snakeCase(name));
}
