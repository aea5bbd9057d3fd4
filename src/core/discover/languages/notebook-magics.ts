/**
 * Replaces what only IPython understands with spaces, character by character: `%pip install`, `%%time`, `!wget`, `name?`;
 * in `files = !ls` the command becomes `...`. Lines inside a text of several lines are left alone.
 */
export function blankMagics(source: string): string {
  let quote = '';
  let continued = false;
  const lines = source.split('\n').map((line) => {
    const blanked = quote !== '' ? line : continued ? blank(line) : blankLine(line);
    continued = blanked !== line && /\\\r?$/u.test(line);
    quote = quoteAfter(blanked, quote);
    return blanked;
  });
  return lines.join('\n');
}

const COMMAND = /^\s*(?:%{1,2}[A-Za-z]|!|\?{1,2}[\w.])/u;
const HELP = /^\s*[\w.]+\?{1,2}\s*$/u;
const ASSIGNED = /^([\w, \t]{1,200}=[ \t]*)([!%][A-Za-z].{1,})$/u;

function blankLine(line: string): string {
  if (COMMAND.test(line) || HELP.test(line)) return blank(line);
  return line.replace(ASSIGNED, (_, target: string, command: string) => `${target}...${blank(command.slice(3))}`);
}

/** A carriage return stays: it belongs to the line's end. */
function blank(text: string): string {
  return text.replace(/[^\r]/g, ' ');
}

const OUTSIDE = /"""|'''|#|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
const INSIDE = /\\.|"""|'''/g;

/** The triple quote that is open after `line`; '' where none is. */
function quoteAfter(line: string, open: string): string {
  let quote = open;
  for (let at = 0; ;) {
    const pattern = quote === '' ? OUTSIDE : INSIDE;
    pattern.lastIndex = at;
    const mark = pattern.exec(line)?.[0];
    if (mark === undefined || mark === '#') return quote;
    at = pattern.lastIndex;
    if (mark !== '"""' && mark !== "'''") continue;
    if (quote === '') quote = mark;
    else if (quote === mark) quote = '';
  }
}
