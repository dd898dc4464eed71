import type { PageTools } from '../tools/page-tools';

/**
 * No text is cut off unless its full text is in a tooltip or label. Runs in the window, where it is sent as source text.
 */
export function textIsNotClipped(tools: PageTools): string[] {
  const tolerance = 2;
  // The box of a line is higher than its characters.
  const lineTolerance = 6;
  const violations: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = tools.collapseWhitespace(node.nodeValue);
    const parent = node.parentElement;
    if (text === '' || !parent || !tools.isVisible(parent) || !tools.isEnabled(parent)) continue;
    if (parent.closest('textarea, select, option, script, style')) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const { width, height } = tools.measureCutOff(box, parent);
    if (width <= tolerance && height <= lineTolerance) continue;
    // `TextTooltip` shows the full text of these elements to mouse and keyboard.
    if (parent.closest('[data-clip], [data-tip]')) continue;
    const labelled = parent.closest('[title], [aria-label]');
    const label = `${labelled?.getAttribute('title') ?? ''} ${labelled?.getAttribute('aria-label') ?? ''}`;
    if (tools.collapseWhitespace(label).includes(text)) continue;
    violations.push(`“${text.slice(0, 60)}” is cut off, and its full text is nowhere`);
  }
  return violations;
}
