const reasons: Record<string, { why: string; remedy: string }> = {
  ENOSPC: { why: 'the disk is full', remedy: 'Make room on the disk' },
  EDQUOT: { why: 'your share of the disk is used up', remedy: 'Make room on the disk' },
  EFBIG: { why: 'the file would be too large for this disk', remedy: 'Use another disk' },
  EACCES: { why: 'Stet is not allowed to write there', remedy: 'Check the permissions of the folder' },
  EPERM: { why: 'Stet is not allowed to write there', remedy: 'Check the permissions of the folder' },
  EROFS: { why: 'the disk is write-protected', remedy: 'Make the disk writable' },
  EIO: { why: 'the disk reported an error', remedy: 'Check the disk and its connection' },
  ENXIO: { why: 'the disk is gone', remedy: 'Connect the disk again' },
  ENODEV: { why: 'the disk is gone', remedy: 'Connect the disk again' },
  ENOENT: { why: 'the folder or file is gone', remedy: 'Put the folder back, or connect its disk again' },
  ENOTDIR: { why: 'the folder is gone', remedy: 'Put the folder back' },
  EISDIR: { why: 'a folder has that name', remedy: 'Choose another name' },
  ENAMETOOLONG: { why: 'the name is too long', remedy: 'Choose a shorter name' },
  EBUSY: { why: 'another program is using the file', remedy: 'Close that program' },
  EMFILE: { why: 'too many files are open', remedy: 'Close other programs' },
  ENFILE: { why: 'too many files are open', remedy: 'Close other programs' },
};

const unknown = { why: 'the disk did not take it', remedy: 'Check the disk' };

/** The system's code of an error (`ENOSPC`, ...), or null for an error that did not come from the system. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Why the disk refused, and what helps, in words for a sentence: "the disk is full", "Make room on the disk". */
export function diskWords(error: unknown): { why: string; remedy: string } {
  const code = systemCode(error);
  if (code === null) return unknown;
  return reasons[code] ?? { ...unknown, why: `${unknown.why} (${code})` };
}
