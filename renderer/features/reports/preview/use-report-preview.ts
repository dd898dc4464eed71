import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract/commands/commands';
import { type ReportChoices, reportFormatTraits } from '../../../../shared/domain/report-options';
import { client } from '../../../state/client';
import type { Session } from '../../../state/review/session';
import { isCancelled, runBackgroundTask } from '../../../state/tasks';
import { saveEdits } from '../../../state/typing';

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
    const timer = setTimeout(() => void runBackgroundTask(createPreview, signal), previewDelayMs);
    return () => {
      clearTimeout(timer);
      outdated.abort();
    };
  }, [session, choicesKey]);

  return preview;
}
