import { within } from '../../../../src/core/discover/signatures/module-roots';

/** Strings (left alone) or names, with what stands in front. */
const TOKEN =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<before>[\w$.]?)(?<name>(?<![\w$.])[A-Za-z_$][\w$]*)(?<after>\s*=(?!=)|\s*:(?!:))?/g;

/** The code with every import under another name, and every use of it. */
export function renameImports(language: string, code: string): string {
  const names = new Map<string, string>();
  const fresh = (local: string): string => {
    const made = `${/^[A-Z]/.test(local) ? 'Lib' : 'lib'}${String(names.size + 1)}`;
    names.set(local, made);
    return made;
  };
  const rename = language === 'python' ? renamePythonLine : language === 'php' ? renamePhpLine : renameScriptLine;
  const lines = code.split('\n').map((line) => ({ line, made: rename(line, fresh) }));
  return lines.map(({ line, made }) => made ?? renameUses(line, names)).join('\n');
}

type Fresh = (local: string) => string;

function renamePythonLine(line: string, fresh: Fresh): string | null {
  const whole = /^(\s*)import ([\w.]+)(?: as (\w+))?$/.exec(line);
  if (whole) {
    const [, indent = '', module = '', local] = whole;
    // `import a.b` binds `a`: only with `as` can it be renamed.
    if (local === undefined && module.includes('.')) return line;
    return `${indent}import ${module} as ${fresh(local ?? module)}`;
  }
  const parts = /^(\s*from [\w.]+ import )([\w, ]+)$/.exec(line);
  return parts ? `${parts[1] ?? ''}${renamedList(parts[2] ?? '', ' as ', fresh)}` : null;
}

function renameScriptLine(line: string, fresh: Fresh): string | null {
  const braces = /^(import |const )\{([^}]*)\}( from .*| = require\(.*)$/.exec(line);
  if (braces) {
    const as = braces[1] === 'const ' ? ': ' : ' as ';
    return `${braces[1] ?? ''}{ ${renamedList(braces[2] ?? '', as, fresh)} }${braces[3] ?? ''}`;
  }
  const whole = /^(import (?:\* as )?|const )(\w+)( from .*| = require\(.*)$/.exec(line);
  return whole ? `${whole[1] ?? ''}${fresh(whole[2] ?? '')}${whole[3] ?? ''}` : null;
}

function renamePhpLine(line: string, fresh: Fresh): string | null {
  const parts = /^(use (?:function )?[\w\\]*?(\w+))(?: as (\w+))?;$/.exec(line);
  return parts ? `${parts[1] ?? ''} as ${fresh(parts[3] ?? parts[2] ?? '')};` : null;
}

function renamedList(list: string, as: string, fresh: Fresh): string {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const [name = '', local = name] = item.split(/ as |: /);
      return `${name}${as}${fresh(local)}`;
    })
    .join(', ');
}

function renameUses(line: string, names: ReadonlyMap<string, string>): string {
  return line.replace(TOKEN, (written, ...rest) => {
    const groups = rest.at(-1) as { name?: string; after?: string };
    const made = groups.name === undefined ? undefined : names.get(groups.name);
    return made === undefined || groups.name === undefined || groups.after !== undefined
      ? written
      : written.replace(groups.name, made);
  });
}

/** What names a module in the languages whose imports are paths. */
const STATEMENTS: Readonly<Record<string, RegExp>> = {
  java: /^(\s*import (?:static )?)([\w.]+?)(?=\.(?:[A-Z*]|\w+;))/gm,
  kotlin: /^(\s*import )([\w.]+?)(?=\.(?:[A-Z]|\w+$))/gm,
  ruby: /(?<![\w:])()([A-Z]\w*[a-z]\w*)(?=::|\.)/g,
  go: /(")([\w.-]+(?:\/[\w.-]+)+)(?=")/g,
  csharp: /^(\s*using (?:static )?)([\w.]+)(?=;)/gm,
  rust: /^(\s*use )(\w+(?:::\w+)*?)(?=::)/gm,
};

/** The code with all imports of `modules` taken from a module that no signature knows. */
export function underOtherModule(language: string, code: string, modules: readonly string[]): string {
  const ofLibrary = (module: string) => modules.some((root) => within(root, module) !== null);
  const statement = STATEMENTS[language];
  if (statement) {
    return code.replace(statement, (written, before: string, module: string) =>
      ofLibrary(module.replaceAll('::', '.'))
        ? `${before}${/^[A-Z]/.test(module) ? 'Unrelated' : 'unrelated'}`
        : written,
    );
  }
  if (language === 'php') {
    return code.replace(/^(use (?:function )?)([\w\\]+)/gm, (written, before: string, module: string) =>
      ofLibrary(module.replaceAll('\\', '.')) ? `${before}Unrelated\\${module.split('\\').at(-1) ?? ''}` : written,
    );
  }
  if (language !== 'python') {
    return code.replace(/(from |require\(|import )['"]([^'"]+)['"]/g, (written, before: string, module: string) =>
      ofLibrary(module) ? `${before}'unrelated-thing'` : written,
    );
  }
  return code.replace(
    /^(\s*(?:from|import) )([\w.]+)( import (\w+))?/gm,
    (written, before: string, module: string, rest = '', name = '') =>
      ofLibrary(module) || ofLibrary(`${module}.${String(name)}`) ? `${before}unrelated_thing${String(rest)}` : written,
  );
}
