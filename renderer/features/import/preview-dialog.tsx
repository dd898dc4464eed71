import { usePendingImports } from '../../state/drafts/pending-imports';
import { ImportPreview, type ImportPreviewProps } from './import-preview';

/**
 * The preview of the first pending import; further ones follow one after another. The parts of this feature, from a file to an
 * article:
 *
 * 1. `open-files.ts`, `open-paste.ts`, `open-web-page.ts` with their dialogs: get the content to main.
 * 2. `read-import.ts`: has it read, and adds the result to the pending imports.
 * 3. `preview/import-preview.tsx`: shows it, with the drafts that have the text already, its encoding, the questions about
 *    comments (`annotations/`) and its blocks (`blocks/`), and lets the reviewer edit it.
 * 4. `use-opening.ts`, `open-articles.ts`, `open-article.ts`: it becomes an article.
 */
export function PreviewDialog(props: Omit<ImportPreviewProps, 'pendingImport' | 'pending'>) {
  const pending = usePendingImports((imports) => imports.pending);
  const [first] = pending;
  return first ? <ImportPreview key={first.id} pendingImport={first} pending={pending} {...props} /> : null;
}
