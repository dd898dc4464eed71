/**
 * The bookmark around the appendix of a Word report, which is hidden as its name begins with `_`. The appendix is no text of the article
 * when the file comes back. A further one in the same file has a number after the name.
 */
export const appendixBookmark = '_StetAppendix';
