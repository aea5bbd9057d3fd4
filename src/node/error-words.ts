/** A file system error in words a person understands; `path` is what was asked for. */
export function errorWords(error: unknown, path = ''): string {
  const code = codeOf(error) ?? '';
  // Bytes of a name that are no UTF-8 come as U+FFFD, and nothing has that name.
  if (code === 'ENOENT' && path.includes('\uFFFD')) return 'its name cannot be read as UTF-8';
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

/** Why a file could not be written; null for errors that do not come from the file system. */
export function writeErrorWords(error: unknown): string | null {
  const code = codeOf(error);
  if (code === null) return null;
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist',
    EACCES: 'no permission to write there',
    EPERM: 'no permission to write there',
    EROFS: 'the disk can only be read',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk is full',
    EFBIG: 'it is too large for the disk',
    EIO: 'the disk could not write it',
    ENOTDIR: 'a part of its path is not a folder',
    EEXIST: 'a part of its path is not a folder',
    EISDIR: 'it is a folder',
    ELOOP: 'a symbolic link on its path leads back to itself',
    ENAMETOOLONG: 'its path is too long',
    EMFILE: 'too many files were open',
  };
  return known[code] ?? `the system answered ${code}`;
}

/** Whether an error comes from the file system. */
export function isSystemError(error: unknown): boolean {
  return codeOf(error) !== null;
}

/** The code of a system error, such as `ENOENT`; null for all other errors. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
