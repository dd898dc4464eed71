/**
 * Where a heading of a PDF breaks, Chromium drops the space, in the bookmarks and in the tags as well. With `pre-wrap` it stays at the
 * end of the line.
 */
export const paperHeadingRules = 'h1, .article :is(h3, h4, h5, h6) { white-space: pre-wrap; }';
