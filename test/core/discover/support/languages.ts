import assert from 'node:assert/strict';

const EXTENSIONS: Readonly<Record<string, string>> = {
  python: 'py',
  typescript: 'ts',
  tsx: 'tsx',
  javascript: 'js',
  java: 'java',
  kotlin: 'kt',
  go: 'go',
  csharp: 'cs',
  rust: 'rs',
  ruby: 'rb',
  php: 'php',
};

/** The ending of files in which an example of that language is kept. */
export function extensionFor(language: string): string {
  const extension = EXTENSIONS[language];
  assert.ok(extension !== undefined, `no file extension is known for ${language}`);
  return extension;
}
