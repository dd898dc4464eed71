import { create } from 'zustand';
import type { Leak } from '../../../../shared/reports/confidential/leak';
import { openDialog } from '../../../state/dialogs';
import { endExportDraft } from './export-draft';

/** A print or a copy that waits for the reviewer to confirm its possible leaks. */
interface PendingUse {
  use: 'print' | 'copy';
  leaks: readonly Leak[];
  /** Goes on with the ids of the leaks that were confirmed. */
  onConfirmed: (confirmed: readonly string[]) => void;
}

export const usePendingUse = create<{ pending: PendingUse | null }>()(() => ({ pending: null }));

/** Asks about the leaks of what is about to be printed or copied. */
export function askAboutLeaks(pending: PendingUse): void {
  endExportDraft();
  usePendingUse.setState({ pending });
  openDialog('leaks');
}
