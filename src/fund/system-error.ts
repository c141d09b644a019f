import { NotReadable } from '../files/open-file.js';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not open it',
  EPERM: 'you may not open it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'something of that name is there already',
  ENOTEMPTY: 'something of that name is there already',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  EINVAL: 'no file may have such a name there',
  EILSEQ: 'no file may have such a name there',
  ERR_INVALID_ARG_VALUE: 'no file may have such a name there',
  EFBIG: 'it is too large',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ENXIO: 'it is a device or a pipe',
  ENODEV: 'it is a device or a pipe',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOMEM: 'there is not enough memory',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'the drive is read-only',
  EBUSY: 'another program holds it',
  ETXTBSY: 'another program holds it',
  EAGAIN: 'another program holds it',
  EIO: 'the drive does not answer',
  ESTALE: 'the network drive does not answer',
  ETIMEDOUT: 'the network drive does not answer',
  EHOSTDOWN: 'the network drive does not answer',
  ENOTCONN: 'the network drive does not answer',
};

/** What the file system refused, in words; `ifAbsent` where it is that something is not there. A bug is thrown on. */
export function reasonOf(error: unknown, ifAbsent = 'it is not there'): string {
  if (error instanceof NotReadable) return error.message;
  if (!isOfSystem(error)) throw error;
  if (error.code === 'ENOENT') return ifAbsent;
  return reasons[error.code] ?? `the system refuses it (${error.code})`;
}

interface SystemError extends Error {
  readonly code: string;
  readonly path?: unknown;
}

/** Whether the system, and not bcf, is why something failed: such an error has a call, or a code of its own words. */
export function isOfSystem(error: unknown): error is SystemError {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  return 'syscall' in error || error.code in reasons;
}
