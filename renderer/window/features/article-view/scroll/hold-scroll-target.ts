/** The layout counts as settled when the article's height did not change for this long, in milliseconds. */
const settleMs = 500;

interface ScrollTarget {
  scroller: HTMLElement;
  article: Element;
  scrollToTarget: () => void;
  /** The section with the target. Sections are laid out only near the screen. */
  section: Element | null;
  /** Called when the layout has settled or something else scrolls, but not when the caller ends the hold. */
  onEnd?: () => void;
}

/**
 * Scrolls to a target, and again whenever the article changes its height, before that is painted: sections far from the screen
 * have a guessed height, and change it a few frames after they come near. The hold ends when the layout has settled, or as soon
 * as anything else scrolls. Returns a function that ends it earlier.
 */
export function holdScrollTarget(target: ScrollTarget): () => void {
  const { scroller, article, scrollToTarget, section, onEnd = () => {} } = target;
  // Lays the section out at once: a target far down in it could not be reached within the guessed height.
  section?.setAttribute('data-held', '');
  let timer = 0;
  let heldScrollTop = 0;
  let height = 0;
  const scrollAgain = () => {
    scrollToTarget();
    heldScrollTop = scroller.scrollTop;
    height = article.clientHeight;
    clearTimeout(timer);
    timer = window.setTimeout(finish, settleMs);
  };
  /** Chromium also scrolls when the height changes, but not farther than by that change; if it is farther, it was the reviewer. */
  const checkScroll = () => {
    const scrolled = Math.abs(scroller.scrollTop - heldScrollTop);
    if (scrolled > Math.abs(article.clientHeight - height)) finish();
    else scrollAgain();
  };
  const onScroll = () => {
    if (scroller.scrollTop !== heldScrollTop) checkScroll();
  };
  const resizeObserver = new ResizeObserver(checkScroll);
  const release = () => {
    resizeObserver.disconnect();
    clearTimeout(timer);
    scroller.removeEventListener('scroll', onScroll);
    section?.removeAttribute('data-held');
  };
  const finish = () => {
    release();
    onEnd();
  };
  scrollAgain();
  resizeObserver.observe(article);
  scroller.addEventListener('scroll', onScroll, { passive: true });
  return release;
}
