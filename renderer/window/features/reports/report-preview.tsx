import { useEffect, useRef, useState } from 'react';
import { client } from '#renderer/window/state/base/client.ts';
import { isCancelled, runBackgroundTask } from '#renderer/window/state/base/tasks.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { saveEdits } from '#renderer/window/state/review/typing.ts';
import type { Output } from '#shared/contract/commands/commands.ts';
import { type ReportChoices, reportFormatTraits } from '#shared/domain/settings/report-options.ts';
import { formatNumber } from '#shared/text/format/numbers.ts';
import styles from './report-preview.module.css';

export type PreviewedReport = NonNullable<Output<'report.preview'>>;

type Beginning = NonNullable<Output<'report.previewBeginning'>>;

/** While a new preview is being created, the last one stays on the screen, or the beginning of the new one, which is there sooner. */
export type PreviewState =
  | { state: 'pending'; report: PreviewedReport | null; beginning?: Beginning }
  | { state: 'ready'; report: PreviewedReport }
  | { state: 'failed'; error: string };

/** How long after the last change of the choices the preview is created, in milliseconds. */
const previewDelayMs = 150;

/** More claims than these take seconds. */
const maxQuickClaims = 1_000;

/** Whether the preview is a page, of which the beginning can be shown. */
function isPage({ format }: ReportChoices): boolean {
  const { preview } = reportFormatTraits[format];
  return preview === 'page' || preview === 'asPage';
}

/** A preview of the report, created again when the choices change. */
export function useReportPreview(session: Session, choices: ReportChoices): PreviewState {
  const [preview, setPreview] = useState<PreviewState>({ state: 'pending', report: null });
  const choicesKey = JSON.stringify(choices);
  const isChanged = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: choices are compared by value
  useEffect(() => {
    const outdated = new AbortController();
    const { signal } = outdated;
    setPreview((before) => ({ state: 'pending', report: before.state === 'failed' ? null : before.report }));
    const createPreview = async (taskId: string) => {
      await saveEdits(session);
      if (isCancelled(taskId)) return;
      const input = { taskId, articleId: session.articleId, choices };
      if (session.outline().length > maxQuickClaims && isPage(choices)) {
        const begun = await client.call('report.previewBeginning', input);
        if (isCancelled(taskId)) return;
        // A failure is that of the whole report as well, which says so.
        if (begun.ok && begun.value) setPreview({ state: 'pending', report: null, beginning: begun.value });
      }
      const answer = await client.call('report.preview', input);
      if (isCancelled(taskId)) return;
      if (!answer.ok) setPreview({ state: 'failed', error: answer.error.message });
      else if (answer.value) setPreview({ state: 'ready', report: answer.value });
    };
    const delayMs = isChanged.current ? previewDelayMs : 0;
    isChanged.current = true;
    const timer = setTimeout(() => void runBackgroundTask(createPreview, signal), delayMs);
    return () => {
      clearTimeout(timer);
      outdated.abort();
    };
  }, [session, choicesKey]);

  return preview;
}

interface ReportPreviewProps {
  preview: PreviewState;
  /** The name of the format. */
  formatLabel: string;
  /** Whether the format itself can't be shown here, so that the preview is the same report as a web page. */
  isStandIn: boolean;
}

/** The report as it will be: the page in a sandboxed frame without scripts, or the beginning of the text. */
export function ReportPreview({ preview, formatLabel, isStandIn }: ReportPreviewProps) {
  if (preview.state === 'failed') return <p className={styles.failed}>No preview: {preview.error}</p>;
  const beginning = preview.state === 'pending' ? preview.beginning : undefined;
  const shown = beginning ?? preview.report?.shown;
  const isOutdated = preview.state === 'pending' && !beginning;
  return (
    <section
      className={styles.preview}
      aria-label="Preview"
      aria-busy={preview.state === 'pending'}
      data-outdated={isOutdated || undefined}
    >
      {isStandIn && (
        <p className={styles.standIn}>The same report as a web page: {formatLabel} lays it out otherwise.</p>
      )}
      {beginning && (
        <p className={styles.standIn} role="status">
          The first {formatNumber(beginning.claimCount)} claims. The whole report follows in a few seconds…
        </p>
      )}
      {!shown && <p className={styles.wait}>Creating the preview…</p>}
      {shown && 'url' in shown && (
        <iframe
          className={styles.page}
          sandbox=""
          src={shown.url}
          title={`Preview of the ${formatLabel} report`}
        />
      )}
      {shown && 'text' in shown && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard
        <pre className={styles.text} tabIndex={0}>
          {shown.text}
        </pre>
      )}
    </section>
  );
}
