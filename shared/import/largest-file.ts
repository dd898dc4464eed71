/** A file of more bytes than this is no article: it is refused before it is read. */
export const largestFile = 20 * 1024 * 1024;
