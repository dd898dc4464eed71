/**
 * On a screen, only the blocks and entries near the window are laid out, so that a report of thousands of claims opens at once. Searching,
 * links and screen readers find the others as well. Paper has everything. Content is clipped only far outside of its block, because
 * bullets, low underlines and the numbers of a galley stand beside it.
 */
export const lazyRules = `
@media screen {
  .article > div > *, .entries > li { content-visibility: auto; contain-intrinsic-size: auto 150px; overflow-clip-margin: 400px; }
}`;
