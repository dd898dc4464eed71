import { useDialogs } from '../state/base/dialogs.ts';
import { getPressedKey } from '../ui/pressed-key.ts';
import { textFieldSelector } from '../ui/selectors.ts';
import { actions } from './late-parts.ts';

/** A paste whose content can still be read after the browser has forgotten it. */
function keepPaste({ clipboardData }: ClipboardEvent): ClipboardEvent {
  const kept = new DataTransfer();
  for (const type of clipboardData?.types ?? [])
    if (type !== 'Files') kept.setData(type, clipboardData?.getData(type) ?? '');
  for (const file of clipboardData?.files ?? []) kept.items.add(file);
  return new ClipboardEvent('paste', { clipboardData: kept, bubbles: true, cancelable: true });
}

/** Whether a dialog was asked for and is not shown yet. */
function isDialogComing(): boolean {
  return useDialogs.getState().open !== null && !document.activeElement?.closest('[role="dialog"]');
}

/** Pastes into the field of a dialog that is not shown yet, as soon as it has the focus. */
function pasteIntoComingDialog(paste: ClipboardEvent): void {
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || !target.closest('[role="dialog"]')) return;
    if (!target.matches(textFieldSelector) || !target.dispatchEvent(paste)) return;
    document.execCommand('insertText', false, paste.clipboardData?.getData('text/plain'));
  };
  document.addEventListener('focusin', onFocus, { once: true });
}

/** Ctrl+A would select the whole interface: fields select their own text, the article selects its text, and nothing happens elsewhere. */
function handleSelectAll(event: KeyboardEvent): void {
  const { target } = event;
  const isModified = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!isModified || getPressedKey(event) !== 'a') return;
  if (!(target instanceof Element) || target.closest(textFieldSelector)) return;
  event.preventDefault();
  if (useDialogs.getState().open === null) actions.run(({ selectAll }) => selectAll(target));
}

/** Passes keys, pastes and context menus to the code that handles them, in order, as soon as it is loaded. */
export function listenToInput(): void {
  // In the capture phase, so that it is so in dialogs, too.
  window.addEventListener('keydown', handleSelectAll, true);
  window.addEventListener('keydown', (event) => actions.run(({ handleKey }) => handleKey(event)));
  window.addEventListener('contextmenu', (event) =>
    actions.run(({ handleContextMenu }) => handleContextMenu(event)),
  );
  window.addEventListener('paste', (event) => {
    if (event.defaultPrevented) return;
    const paste = actions.isLoaded() ? event : keepPaste(event);
    actions.run(({ handlePaste }) => {
      if (isDialogComing()) pasteIntoComingDialog(keepPaste(paste));
      else handlePaste(paste);
    });
  });
}
