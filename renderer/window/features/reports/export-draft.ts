import { create } from 'zustand';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import type { ReportChoices } from '#shared/domain/settings/report-options.ts';
import type { Leak } from '#shared/reports/base/leak.ts';

interface ExportDraft {
  /** The article that is being exported, printed or copied from. */
  articleId: string | null;
  /** The choices in the export dialog when the reviewer went from it to a claim; null when there are none. */
  choices: ReportChoices | null;
  /** The ids of possible leaks that the reviewer confirmed to be none. */
  confirmed: ReadonlySet<string>;
}

const none: ExportDraft = { articleId: null, choices: null, confirmed: new Set() };

/**
 * An export that is being prepared. It lasts while the reviewer goes to a claim and back, and ends when the report was saved, or
 * when the dialog is closed otherwise: a confirmation counts for one export and its repetitions, and is stored nowhere.
 */
export const useExportDraft = create<ExportDraft>()(() => none);

/** The export of this article that is being prepared, or a new one. */
export function getExportDraft(articleId: string): ExportDraft {
  const draft = useExportDraft.getState();
  return draft.articleId === articleId ? draft : none;
}

export function confirmLeak(articleId: string, leakId: string, isConfirmed: boolean): void {
  const { choices, confirmed } = getExportDraft(articleId);
  const ids = new Set(confirmed);
  if (isConfirmed) ids.add(leakId);
  else ids.delete(leakId);
  useExportDraft.setState({ articleId, choices, confirmed: ids });
}

/** Keeps the choices for when the dialog is opened again. */
export function keepExportDraft(articleId: string, choices: ReportChoices | null): void {
  useExportDraft.setState({ articleId, choices, confirmed: getExportDraft(articleId).confirmed });
}

export function endExportDraft(): void {
  useExportDraft.setState(none);
}

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
