import type { ReportChoices } from '../../../shared/domain/report-options';
import { articleOf, reviewToData } from '../../../shared/domain/review/review';
import type { MadeReport } from '../../../shared/reports/make-report';
import { StetError } from '../errors/stet-error';
import type { HandlerContext } from '../handlers/context';

interface Wanted {
  articleId: string;
  choices: ReportChoices;
  /** The moment it is made, RFC 3339 in UTC. */
  at: string;
  signal: AbortSignal;
}

/** The report of what is on the disk: every change in it was acknowledged. Rejects when the signal aborts. */
export async function made(
  { outside, settings, reviews }: HandlerContext,
  { articleId, choices, at, signal }: Wanted,
): Promise<{ title: string; report: MadeReport }> {
  const facts = { at, by: (await settings()).current().reviewer, timeZone: outside.timeZone() };
  const { title, review, draft } = await (await reviews()).use(articleId, (store) =>
    store.read((tables, text) => ({
      title: articleOf(tables).title,
      review: reviewToData(tables),
      draft: text,
    })),
  );
  const job = { review, draft, choices, facts, fonts: outside.reportFonts() };
  return { title, report: await outside.makeReport(job, signal) };
}

/** Rejects with `confidential` when there is a place where a reader would learn what is confidential. */
export function refuseLeaks(leaks: readonly string[], way: 'saved' | 'printed' = 'saved'): void {
  if (leaks.length === 0) return;
  throw new StetError(
    'confidential',
    `The report was not ${way}: it would tell what is confidential. ${leaks.join(' ')} Change these words or leave them out, then ${way === 'saved' ? 'export' : 'print'} again.`,
  );
}
