import { verdictKeys } from '../../../shared/contract/verdict-keys';
import { statusLooks, verdicts } from '../../../shared/domain/verdict';
import type { ShortcutGroup } from '../../features/help/shortcuts-dialog';

/** The keys of `key-bindings.ts` and of single screens with descriptions, as the dialog of keyboard shortcuts shows them. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Claims',
    shortcuts: [
      { keys: ['C'], description: 'Mark the selection as a claim' },
      ...verdicts.map((verdict) => ({
        keys: [verdictKeys[verdict]],
        description: `${statusLooks[verdict].label}: the selection or the claim`,
      })),
      { keys: ['J', 'K'], description: 'Next and previous claim' },
      { keys: ['Enter'], description: 'Write a note' },
      { keys: ['S'], description: 'Add a source' },
      { keys: ['E'], description: 'Open the author’s source to accept it, or add that of its link or note' },
      { keys: ['Ctrl+V'], description: 'Paste a link, text or a file as evidence' },
      { keys: ['R'], description: 'Resize to the selection' },
      { keys: ['B'], description: 'Split by sentence' },
      { keys: ['G'], description: 'Add a tag' },
      { keys: ['L'], description: 'Switch between claims and sources' },
      { keys: ['Q'], description: 'Claims of a new draft that need review' },
      { keys: ['Delete'], description: 'Delete the claim' },
      { keys: ['Esc'], description: 'Close the claim' },
    ],
  },
  {
    title: 'In the list of claims',
    shortcuts: [
      { keys: ['↓', '↑'], description: 'Next and previous claim' },
      { keys: ['Shift', '↓ ↑'], description: 'Select several claims' },
      { keys: ['Ctrl+Space'], description: 'Select one more, or one less' },
      { keys: ['Ctrl+A'], description: 'Select all claims of the list' },
      { keys: ['Esc'], description: 'Select none' },
    ],
  },
  {
    title: 'In the article',
    shortcuts: [
      { keys: ['↓', '↑'], description: 'Next and previous sentence' },
      { keys: ['→', '←'], description: 'Next and previous word' },
      { keys: ['Shift', '↓ ↑ → ←'], description: 'Extend the selection' },
      { keys: ['Ctrl+A'], description: 'Select the whole article' },
      { keys: ['/', 'Ctrl+F'], description: 'Find' },
      { keys: ['Enter'], description: 'In Find: select the match; again: the next one' },
      { keys: ['F3', 'Shift+F3'], description: 'Next and previous match' },
      { keys: ['Ctrl+G', 'Ctrl+Shift+G'], description: 'The same as F3 and Shift+F3' },
    ],
  },
  {
    title: 'Claims of a new draft that need review',
    shortcuts: [
      { keys: verdicts.map((verdict) => verdictKeys[verdict]), description: 'Confirm or set the verdict' },
      { keys: ['P'], description: 'Postpone: move to the end of the queue' },
      { keys: ['1', '…', '9'], description: 'Choose one of the possible places' },
      { keys: ['R'], description: 'Attach elsewhere' },
      { keys: ['Backspace'], description: 'Retire the claim' },
      { keys: ['A'], description: 'Confirm all claims whose sentence changed' },
      { keys: ['J', 'K'], description: 'Next and previous claim of the queue' },
    ],
  },
  {
    title: 'Comparing drafts',
    shortcuts: [{ keys: ['J', 'K'], description: 'Next and previous change' }],
  },
  {
    title: 'In the library',
    shortcuts: [
      { keys: ['/', 'Ctrl+F'], description: 'Search' },
      { keys: ['Enter'], description: 'Open the article' },
      { keys: ['↓', '↑'], description: 'Next and previous article' },
      { keys: ['F2'], description: 'Rename the article' },
      { keys: ['Delete'], description: 'Move the article to the bin' },
      { keys: ['Ctrl+V'], description: 'Paste an article' },
    ],
  },
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: ['Ctrl+Z'], description: 'Undo' },
      { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], description: 'Redo' },
      { keys: ['Ctrl+O'], description: 'Open a file' },
      { keys: ['Ctrl+I'], description: 'Import a new draft' },
      { keys: ['Ctrl+E'], description: 'Export report' },
      { keys: ['Ctrl+Shift+E'], description: 'Export again, as the last time' },
      { keys: ['Ctrl+P'], description: 'Print report' },
      { keys: ['Ctrl+,'], description: 'Settings' },
      { keys: ['Shift+F10'], description: 'Context menu' },
      { keys: ['Ctrl', '+ − 0'], description: 'Larger, smaller or normal text' },
      { keys: ['Ctrl+Shift', '+ − 0'], description: 'Zoom the window' },
      { keys: ['?'], description: 'Keyboard shortcuts' },
    ],
  },
];
