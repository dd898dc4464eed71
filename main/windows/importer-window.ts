import type { Session } from 'electron';
import type { ImporterJob } from '../../shared/contract/importer-bridge';
import { createFileOrigin } from '../../shared/domain/draft/draft-origin';
import { refuseHostile } from '../../shared/import/problems';
import { readResultSchema } from '../../shared/import/proposal';
import { documentTextSchema } from '../../shared/quotes/document-text';
import { wordReportResultSchema } from '../../shared/reports/word/word-plan';
import { packageTextsSchema } from '../../shared/reports/written/package-texts';
import type { Platform } from '../core/platform';
import { createSerialQueue } from '../core/serial-queue';
import { rejectOnAbort } from '../core/tasks/abort-signals';
import { importerOrigin } from '../page/origin';
import { importerHeaders } from '../page/page-headers';
import { createBundleHandler } from '../page/protocol';
import { createHiddenSession } from '../page/security';
import { ImporterPage } from './importer-page';
import { type ImporterRun, runImporterJob } from './importer-process';

/** Idle timeout for files that are read for the first time, in milliseconds. */
const defaultIdleTimeoutMs = 15_000;

const ignoreProgress = () => undefined;

/** Whether a page may have been opened ahead for a job. */
function isPreparedFor({ kind }: ImporterJob): boolean {
  return kind === 'wordReport' || kind === 'packageTexts';
}

/** Creates the reader of untrusted files, which reads one file at a time, each in its own hidden page. */
export function createFileReader(): Pick<
  Platform,
  'prepareReader' | 'readDocument' | 'readDraft' | 'writeWordReport' | 'readPackageTexts'
> {
  const queue = createSerialQueue();
  let session: Promise<Session> | null = null;
  const openPage = async () => {
    session ??= createHiddenSession(
      { name: 'importer', origin: importerOrigin },
      createBundleHandler(importerOrigin, importerHeaders),
    );
    return new ImporterPage(await session);
  };
  /** Pages that were opened ahead, the oldest first. */
  const prepared: Promise<ImporterPage>[] = [];
  /** A page that was opened ahead for such a job, unless it crashed since. */
  const takePrepared = async (job: ImporterJob) => {
    const page = isPreparedFor(job) ? await prepared.shift()?.catch(() => null) : null;
    if (!page?.isGone) return page ?? null;
    page.close();
    return null;
  };
  const read = <T>(work: ImporterRun<T>) =>
    rejectOnAbort(
      work.signal,
      queue(async () => {
        work.signal.throwIfAborted();
        return runImporterJob((await takePrepared(work.job)) ?? (await openPage()), work);
      }),
    );
  return {
    prepareReader() {
      const page = openPage();
      prepared.push(page);
      const ignoreError = () => undefined;
      page.catch(ignoreError);
      return () => {
        const at = prepared.indexOf(page);
        if (at === -1) return;
        prepared.splice(at, 1);
        page.then((opened) => opened.close(), ignoreError);
      };
    },
    readDocument: ({ name, bytes }, signal, idleTimeoutMs = defaultIdleTimeoutMs) =>
      read({
        job: { kind: 'documentText', origin: createFileOrigin(name), type: null, charset: null, bytes },
        schema: documentTextSchema,
        answerWhenStopped: (why) => ({ state: 'unreadable', why: `The file ${why}.` }),
        reportProgress: ignoreProgress,
        idleTimeoutMs,
        signal,
      }),
    writeWordReport: (job, signal) =>
      read({
        job: { kind: 'wordReport', ...job },
        schema: wordReportResultSchema,
        answerWhenStopped: (why) => ({ ok: false, why }),
        reportProgress: ignoreProgress,
        idleTimeoutMs: defaultIdleTimeoutMs,
        signal,
      }),
    readPackageTexts: (bytes, signal) =>
      read({
        job: { kind: 'packageTexts', bytes },
        schema: packageTextsSchema,
        answerWhenStopped: (why) => ({ state: 'unreadable', why }),
        reportProgress: ignoreProgress,
        idleTimeoutMs: defaultIdleTimeoutMs,
        signal,
      }),
    readDraft: (file, { signal, reportProgress }) =>
      read({
        job: { kind: 'draft', ...file },
        schema: readResultSchema,
        answerWhenStopped: (why) => refuseHostile(file.origin.name, why),
        reportProgress: (done, total) => reportProgress(file.origin.name ?? '', done, total),
        idleTimeoutMs: defaultIdleTimeoutMs,
        signal,
      }),
  };
}
