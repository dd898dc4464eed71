import type { ImportedFile } from '#main/base/document-reader.ts';
import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import type { ReadResult } from '#shared/import/base/proposal.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { newId } from '#tests/unit/main/support/sample.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** The bytes of the page that is fetched. */
export const fetchedPage = new TextEncoder().encode('<h1>The mill closed</h1><p>It closed in 1974.</p>');

/** An importer that reads every file as plain text, and records the files. */
export function createPlainReader() {
  const readFiles: ImportedFile[] = [];
  const readDraft = async (file: ImportedFile): Promise<ReadResult> => {
    readFiles.push(file);
    const imported = importTextFile(file.origin.name ?? 'paste.txt', file.bytes);
    return imported.ok ? { ...imported, words: 0 } : imported;
  };
  return { readFiles, readDraft };
}

/** A core that fetches one page. */
export async function openFetchingCore(folder: string) {
  const asked: string[] = [];
  const { readDraft } = createPlainReader();
  const stet = testCore(folder, {
    readDraft,
    dialogs: {
      ...refusingDialogs,
      confirmFetch: async ({ host }) => {
        asked.push(host);
        return host !== 'no.example';
      },
    },
    fetchPage: async (url) => ({
      url,
      name: 'mill.html',
      type: 'text/html',
      charset: null,
      bytes: fetchedPage,
    }),
  });
  const fetchOf = (address: string) => stet.call('import.fetch', { taskId: newId(), address });
  return { ...stet, asked, fetchOf };
}
