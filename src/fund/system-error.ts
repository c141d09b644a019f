const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not open it',
  EPERM: 'you may not open it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  ELOOP: 'it is a link that leads back to itself',
  EMFILE: 'too many files are open',
  ENOSPC: 'the disk is full',
  EROFS: 'the drive is read-only',
  EBUSY: 'another program holds it',
  EIO: 'the drive does not answer',
};

/** What the file system refused, in words; `ifAbsent` where it is that something is not there. A bug is thrown on. */
export function reasonOf(error: unknown, ifAbsent = 'it is not there'): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return ifAbsent;
  const reason = typeof code === 'string' ? reasons[code] : undefined;
  if (reason === undefined) throw error;
  return reason;
}
