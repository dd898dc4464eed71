/** How long to wait, in milliseconds, for sections that came near to get their true height. */
const patience = 500;

interface Held {
  /** What scrolls the article. */
  scroller: HTMLElement;
  /** Holds the article's text. */
  article: Element;
  /** Scrolls to where the place belongs. */
  bring: () => void;
  /** What holds the place, of the parts of the article that are laid out only near the screen. */
  section: Element | null;
  /** Called when it is over, but not when the caller ends it. */
  ended?: () => void;
}

/**
 * Brings a place into view, and again whenever the article changes its height: sections far from the screen only guess
 * theirs, and turn out higher or lower a few frames after they come near. It is corrected before that is painted. It is over
 * by itself, or as soon as anything else scrolls; returns what ends it before.
 */
export function holdPlace({ scroller, article, bring, section, ended = () => {} }: Held): () => void {
  // Laid out at once: a place far down in it could not be scrolled to in the height that is guessed.
  section?.setAttribute('data-held', '');
  let timer = 0;
  let broughtTo = 0;
  let height = 0;
  const again = () => {
    bring();
    broughtTo = scroller.scrollTop;
    height = article.clientHeight;
    clearTimeout(timer);
    timer = window.setTimeout(over, patience);
  };
  /** Chromium scrolls as well when the height changes, but no farther than by that; what goes farther is the reader. */
  const look = () => {
    const scrolled = Math.abs(scroller.scrollTop - broughtTo);
    if (scrolled > Math.abs(article.clientHeight - height)) over();
    else again();
  };
  const onScroll = () => {
    if (scroller.scrollTop !== broughtTo) look();
  };
  const laidOut = new ResizeObserver(look);
  const end = () => {
    laidOut.disconnect();
    clearTimeout(timer);
    scroller.removeEventListener('scroll', onScroll);
    section?.removeAttribute('data-held');
  };
  const over = () => {
    end();
    ended();
  };
  again();
  laidOut.observe(article);
  scroller.addEventListener('scroll', onScroll, { passive: true });
  return end;
}
