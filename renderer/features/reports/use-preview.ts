import { nanoid } from 'nanoid';
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/commands';
import type { ReportChoices } from '../../../shared/domain/report-options';
import { client } from '../../state/client';
import type { Session } from '../../state/review/session';
import { finishTyping } from '../../state/review/typing';

type Shown = NonNullable<Output<'report.preview'>>;

export type PreviewState =
  | { state: 'making'; last: Shown | null }
  | { state: 'made'; last: Shown }
  | { state: 'failed'; why: string };

/** In milliseconds: while options are being tried, nothing is made. */
const pause = 150;

/** What the report would look like, made anew when the choices change; the last one stays until then. */
export function usePreview(session: Session, choices: ReportChoices): PreviewState {
  const [preview, setPreview] = useState<PreviewState>({ state: 'making', last: null });
  const wanted = JSON.stringify(choices);

  // biome-ignore lint/correctness/useExhaustiveDependencies: choices are compared by what they say
  useEffect(() => {
    const taskId = nanoid();
    let current = true;
    setPreview((before) => ({ state: 'making', last: before.state === 'failed' ? null : before.last }));
    const make = async () => {
      finishTyping();
      await session.settled();
      const answer = await client.call('report.preview', { taskId, articleId: session.articleId, choices });
      if (!current) return;
      if (!answer.ok) setPreview({ state: 'failed', why: answer.error.message });
      else if (answer.value) setPreview({ state: 'made', last: answer.value });
    };
    const timer = setTimeout(() => void make(), pause);
    return () => {
      current = false;
      clearTimeout(timer);
      void client.call('task.cancel', { taskId });
    };
  }, [session, wanted]);

  return preview;
}
