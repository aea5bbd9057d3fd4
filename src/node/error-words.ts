/** A file system error in words a person understands. */
export function errorWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist',
    EACCES: 'no permission to read it',
    EPERM: 'no permission to read it',
    ELOOP: 'a symbolic link that leads back to itself',
    ENOTDIR: 'a part of its path is not a folder',
    ENAMETOOLONG: 'its path is too long',
    EMFILE: 'too many files were open',
    EIO: 'the disk could not read it',
    EISDIR: 'it is a folder',
  };
  return known[code] ?? `could not be read${code === '' ? '' : ` (${code})`}`;
}
