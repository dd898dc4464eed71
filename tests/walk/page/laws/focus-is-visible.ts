import type { Tools } from '../page-tools';

/** The focus is on something visible, and never falls to the page itself. Runs in the window. */
export function focusVisible(tools: Tools): string[] {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return ['nothing has the focus'];
  const holder = activeElement.closest('label') ?? activeElement;
  if (!tools.isShown(holder)) return [`the focus is on ${tools.nameOf(activeElement)}, which can’t be seen`];
  if (holder.closest('[inert]')) return [`the focus is on ${tools.nameOf(activeElement)}, behind the dialog`];
  return [];
}
