import type { MenuCommand } from '../../../shared/contract/events';
import type { KeyGroup } from '../../features/help/keys-dialog';

export interface Key {
  command: MenuCommand;
  /** `KeyboardEvent.key`, in lower case. */
  key: string;
  ctrl?: boolean;
  shift?: boolean;
  /**
   * Only where the article or the row of a claim has the focus, or nothing has: elsewhere the key has a meaning of its own.
   */
  onlyInArticle?: boolean;
  /** Whether it does something to a claim. */
  onClaim?: boolean;
}

/** On a Mac, Ctrl is Command. */
export const keyTable: readonly Key[] = [
  { command: 'mark', key: 'c' },
  { command: 'verified', key: 'v', onClaim: true },
  { command: 'disputed', key: 'd', onClaim: true },
  { command: 'unverifiable', key: 'x', onClaim: true },
  { command: 'unchecked', key: 'u', onClaim: true },
  { command: 'nextClaim', key: 'j' },
  { command: 'previousClaim', key: 'k' },
  { command: 'addSource', key: 's', onClaim: true },
  { command: 'takeReference', key: 'e', onClaim: true },
  { command: 'resize', key: 'r' },
  { command: 'reviewQueue', key: 'q' },
  { command: 'toggleList', key: 'l' },
  { command: 'note', key: 'enter', onlyInArticle: true, onClaim: true },
  { command: 'deleteClaim', key: 'delete', onlyInArticle: true, onClaim: true },
  { command: 'find', key: '/' },
  { command: 'keys', key: '?', shift: true },
  { command: 'find', key: 'f', ctrl: true },
  { command: 'findNext', key: 'g', ctrl: true },
  { command: 'findPrevious', key: 'g', ctrl: true, shift: true },
  { command: 'findNext', key: 'f3' },
  { command: 'findPrevious', key: 'f3', shift: true },
  { command: 'open', key: 'o', ctrl: true },
  { command: 'importDraft', key: 'i', ctrl: true },
  { command: 'export', key: 'e', ctrl: true },
  { command: 'print', key: 'p', ctrl: true },
  { command: 'settings', key: ',', ctrl: true },
  { command: 'textLarger', key: '+', ctrl: true },
  // The key of the plus sign where that needs Shift.
  { command: 'textLarger', key: '=', ctrl: true },
  { command: 'textSmaller', key: '-', ctrl: true },
  { command: 'textUsual', key: '0', ctrl: true },
  { command: 'undo', key: 'z', ctrl: true },
  { command: 'redo', key: 'z', ctrl: true, shift: true },
  { command: 'redo', key: 'y', ctrl: true },
];

/** The same, as `?` shows it. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'Claims',
    keys: [
      { keys: ['C'], does: 'Mark the selection as a claim' },
      { keys: ['V'], does: 'Verified: selection or claim' },
      { keys: ['D'], does: 'Disputed' },
      { keys: ['X'], does: 'Can’t verify' },
      { keys: ['U'], does: 'Unchecked' },
      { keys: ['J', 'K'], does: 'Next and previous claim' },
      { keys: ['Enter'], does: 'Write a note' },
      { keys: ['S'], does: 'Add a source' },
      { keys: ['E'], does: 'Evidence from its link or note' },
      { keys: ['Ctrl+V'], does: 'Paste a link, words or a file as its evidence' },
      { keys: ['R'], does: 'Resize to the selection' },
      { keys: ['L'], does: 'List claims or sources' },
      { keys: ['Q'], does: 'Claims of a new draft that need you' },
      { keys: ['Delete'], does: 'Delete the claim' },
      { keys: ['Esc'], does: 'Leave the claim' },
    ],
  },
  {
    title: 'In the article',
    keys: [
      { keys: ['↓', '↑'], does: 'Next and previous sentence' },
      { keys: ['→', '←'], does: 'Next and previous word' },
      { keys: ['Shift', '↓ ↑ → ←'], does: 'Extend the selection' },
      { keys: ['Ctrl+A'], does: 'Select the whole article' },
      { keys: ['/', 'Ctrl+F'], does: 'Find' },
      { keys: ['Enter'], does: 'In Find: select the place; again: the next' },
      { keys: ['F3', 'Shift+F3'], does: 'Next and previous place' },
      { keys: ['Ctrl+G', 'Ctrl+Shift+G'], does: 'The same as F3 and Shift+F3' },
    ],
  },
  {
    title: 'Claims of a new draft that need you',
    keys: [
      { keys: ['V', 'D', 'X', 'U'], does: 'Confirm or set the verdict' },
      { keys: ['P'], does: 'Postpone: it comes again at the end' },
      { keys: ['1', '…', '9'], does: 'Choose among places' },
      { keys: ['R'], does: 'Attach elsewhere' },
      { keys: ['Backspace'], does: 'Let the claim go' },
      { keys: ['A'], does: 'Confirm all whose sentence changed' },
      { keys: ['J', 'K'], does: 'Next and previous' },
    ],
  },
  {
    title: 'Comparing drafts',
    keys: [{ keys: ['J', 'K'], does: 'Next and previous change' }],
  },
  {
    title: 'In the library',
    keys: [
      { keys: ['/', 'Ctrl+F'], does: 'Search' },
      { keys: ['Enter'], does: 'Open the article' },
      { keys: ['↓', '↑'], does: 'Next and previous article' },
      { keys: ['F2'], does: 'Rename the article' },
      { keys: ['Delete'], does: 'Move the article to the bin' },
      { keys: ['Ctrl+V'], does: 'Paste an article' },
    ],
  },
  {
    title: 'Everywhere',
    keys: [
      { keys: ['Ctrl+Z'], does: 'Undo' },
      { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], does: 'Redo' },
      { keys: ['Ctrl+O'], does: 'Open a file' },
      { keys: ['Ctrl+I'], does: 'Import a new draft' },
      { keys: ['Ctrl+E'], does: 'Export report' },
      { keys: ['Ctrl+P'], does: 'Print report' },
      { keys: ['Ctrl+,'], does: 'Settings' },
      { keys: ['Shift+F10'], does: 'What can be done here, as a right click' },
      { keys: ['Ctrl', '+ − 0'], does: 'Larger, smaller, usual text' },
      { keys: ['Ctrl+Shift', '+ − 0'], does: 'Zoom the window' },
      { keys: ['?'], does: 'These keys' },
    ],
  },
];
