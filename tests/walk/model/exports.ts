import type { FormatLabel } from '../../e2e/pages/article/export-dialog';

export const readerLabels = ['Public', 'Editor', 'Legal'] as const;

export type ReaderLabel = (typeof readerLabels)[number];

export type RememberedReader = Exclude<ReaderLabel, 'Legal'>;

/** The memory that the app has of the article's reports. Lawyers are never preselected, remembered or repeated. */
export interface ModelExports {
  /** The choices with which the export dialog begins; null while those of another article may decide. */
  preselected: { format: FormatLabel; reader: RememberedReader } | null;
  /** The file that "Export again" writes; null when it opens the dialog instead. */
  repeatable: string | null;
}

export const noExports: ModelExports = { preselected: null, repeatable: null };

/** Records a report that was saved at a path. `before` is the reader that the dialog began with. */
export function recordExport(
  { format, reader }: { format: FormatLabel; reader: ReaderLabel },
  path: string,
  before: RememberedReader,
): ModelExports {
  if (reader === 'Legal') return { preselected: { format, reader: before }, repeatable: null };
  return { preselected: { format, reader }, repeatable: path };
}
