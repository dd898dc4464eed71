/**
 * On a screen, only the blocks and entries near the window are laid out, so that a report of thousands of claims opens at once. Searching,
 * links and screen readers find the others as well. Paper has everything. Content is clipped only far outside of its block, because
 * bullets, low underlines and the numbers of a galley stand beside it.
 */
export const lazyRules = `
@media screen {
  .article > div > *, .entries > li { content-visibility: auto; contain-intrinsic-size: auto 150px; overflow-clip-margin: 400px; }
}`;

/**
 * Adds these rules to a page for paper that is only looked at. They are not in the page that is printed: a hidden window would lay out
 * its text, and so load the fonts of it, only when the print has begun, and print nothing in their place.
 */
export function layOutLazily(page: string): string {
  return page.replace('\n</style>', () => `${lazyRules}\n</style>`);
}
