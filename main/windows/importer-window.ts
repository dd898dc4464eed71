import type { Session } from 'electron';
import { refuseUnread } from '../../shared/import/problems';
import { draftReadingSchema } from '../../shared/import/proposal';
import { documentTextSchema } from '../../shared/quotes/document-text';
import type { Outside } from '../core/platform';
import { serialQueue } from '../core/serial-queue';
import { abortable } from '../core/tasks/abortable';
import { importerOrigin } from '../page/origin';
import { importerHeaders } from '../page/page-headers';
import { builtFiles } from '../page/protocol';
import { hiddenSession } from '../page/security';
import { type ImporterWork, workInImporter } from './importer-process';

/** Milliseconds a file may take that nobody knows. */
const usualPatience = 15_000;

const ignored = () => undefined;

/** Reads files of untrusted formats, one at a time, each in a hidden page of its own. */
export function fileReader(): Pick<Outside, 'readDocument' | 'readDraft'> {
  const queue = serialQueue();
  let session: Promise<Session> | null = null;
  const read = <T>(work: ImporterWork<T>) =>
    abortable(
      work.signal,
      queue(async () => {
        work.signal.throwIfAborted();
        session ??= hiddenSession(
          { name: 'importer', origin: importerOrigin },
          builtFiles(importerOrigin, importerHeaders),
        );
        return workInImporter(await session, work);
      }),
    );
  return {
    readDocument: ({ name, bytes }, signal, patience = usualPatience) =>
      read({
        job: { kind: 'documentText', origin: { kind: 'file', name }, type: null, charset: null, bytes },
        schema: documentTextSchema,
        stopped: (why) => ({ state: 'unreadable', why: `The file ${why}.` }),
        progress: ignored,
        patience,
        signal,
      }),
    readDraft: (file, { signal, progress }) =>
      read({
        job: { kind: 'draft', ...file },
        schema: draftReadingSchema,
        stopped: (why) => refuseUnread(file.origin.name, why),
        progress: (done, total) => progress(file.origin.name ?? '', done, total),
        patience: usualPatience,
        signal,
      }),
  };
}
