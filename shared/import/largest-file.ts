/** A file of more bytes than this is no article: it is refused before it is read. */
export const largestFile = 100 * 1024 * 1024;
