import type { PageTools } from '../tools/page-tools';

/** The focus is on a visible element, never on the page itself. Runs in the window, where it is sent as source text. */
export function focusIsVisible(tools: PageTools): string[] {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return ['nothing has the focus'];
  // A radio button or a checkbox is hidden in the label that shows it.
  const visibleElement = activeElement.closest('label') ?? activeElement;
  if (!tools.isVisible(visibleElement))
    return [`the focus is on ${tools.describe(activeElement)}, which is not visible`];
  if (visibleElement.closest('[inert]'))
    return [`the focus is on ${tools.describe(activeElement)}, behind the dialog`];
  return [];
}
