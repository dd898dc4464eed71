import type { Tools } from '../page-tools';

/** No words are cut off without their full text in a tooltip. Runs in the window. */
export function clippedText(tools: Tools): string[] {
  const tolerance = 2;
  const lineTolerance = 6;
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
    const holder = node.parentElement;
    if (words === '' || !holder || !tools.isShown(holder) || !tools.isEnabled(holder)) continue;
    if (holder.closest('textarea, select, option, script, style')) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const { wide, high } = tools.lost(box, holder);
    // Lines are higher than their letters.
    if (wide <= tolerance && high <= lineTolerance) continue;
    // `TextTip` shows all of these, to the mouse and to the keyboard.
    if (holder.closest('[data-clip], [data-tip]')) continue;
    const told = holder.closest('[title], [aria-label]');
    const full = `${told?.getAttribute('title') ?? ''} ${told?.getAttribute('aria-label') ?? ''}`.replace(
      /\s+/g,
      ' ',
    );
    if (full.includes(words)) continue;
    found.push(`“${words.slice(0, 60)}” is cut off, and its full text is nowhere`);
  }
  return found;
}
