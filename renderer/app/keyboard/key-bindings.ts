import type { MenuCommand } from '../../../shared/contract/events';
import { verdictKeys } from '../../../shared/contract/verdict-keys';
import { verdicts } from '../../../shared/domain/verdict';

export interface KeyBinding {
  command: MenuCommand;
  /** `KeyboardEvent.key`, in lower case. */
  key: string;
  ctrl?: boolean;
  shift?: boolean;
  /**
   * Whether it only works while the article, the row of a claim or nothing has the focus. Elsewhere the key has another meaning.
   */
  onlyInArticle?: boolean;
  /** Whether it acts on the current claim, or the claim whose row has the focus. */
  actsOnClaim?: boolean;
}

/** On macOS, Ctrl is Command. */
export const keyBindings: readonly KeyBinding[] = [
  { command: 'mark', key: 'c' },
  ...verdicts.map((verdict) => ({
    command: verdict,
    key: verdictKeys[verdict].toLowerCase(),
    actsOnClaim: true,
  })),
  { command: 'nextClaim', key: 'j' },
  { command: 'previousClaim', key: 'k' },
  { command: 'addSource', key: 's', actsOnClaim: true },
  { command: 'adoptReferences', key: 'e', actsOnClaim: true },
  { command: 'resize', key: 'r' },
  { command: 'splitClaim', key: 'b', actsOnClaim: true },
  { command: 'tagClaim', key: 'g', actsOnClaim: true },
  { command: 'reviewQueue', key: 'q' },
  { command: 'toggleList', key: 'l' },
  { command: 'note', key: 'enter', onlyInArticle: true, actsOnClaim: true },
  { command: 'deleteClaim', key: 'delete', onlyInArticle: true, actsOnClaim: true },
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
  { command: 'exportAgain', key: 'e', ctrl: true, shift: true },
  { command: 'print', key: 'p', ctrl: true },
  { command: 'settings', key: ',', ctrl: true },
  { command: 'textLarger', key: '+', ctrl: true },
  // The key of the plus sign on layouts where plus needs Shift.
  { command: 'textLarger', key: '=', ctrl: true },
  { command: 'textSmaller', key: '-', ctrl: true },
  { command: 'textUsual', key: '0', ctrl: true },
  { command: 'undo', key: 'z', ctrl: true },
  { command: 'redo', key: 'z', ctrl: true, shift: true },
  { command: 'redo', key: 'y', ctrl: true },
];
