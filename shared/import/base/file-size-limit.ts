/** Largest file that is imported, in bytes. Larger files are refused before they are read. */
export const maxFileBytes = 100 * 1024 * 1024;
