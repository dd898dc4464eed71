import equal from 'fast-deep-equal';
import type { System } from '#main/base/system.ts';
import type { SettingsStore } from '#main/storage/computer/settings-store.ts';
import { type RememberedChoices, toRememberedChoices } from '#shared/domain/settings/report-options.ts';
import { maxRememberedReports, type Settings } from '#shared/domain/settings/settings.ts';
import type { LastExport } from './last-exports.ts';

/** The choices that are preselected for a report: those of the article's last one, else of the last one of any article. */
export function getRememberedChoices({ reports, report }: Settings, articleId: string): RememberedChoices {
  return reports.find((entry) => entry.articleId === articleId)?.choices ?? report;
}

/**
 * Remembers the choices for a report that was written, and its files when the choices can be remembered whole: a report for lawyers,
 * or on claims that were chosen for it, is never repeated from here. Never rejects: a failure is only logged.
 */
export async function rememberReport(
  settings: SettingsStore,
  { articleId, choices, files }: Omit<LastExport, 'confirmed'> & { articleId: string },
  { log }: Pick<System, 'log'>,
): Promise<void> {
  const current = settings.current();
  const report = toRememberedChoices(choices, getRememberedChoices(current, articleId));
  const others = current.reports.filter((entry) => entry.articleId !== articleId);
  const entry = { articleId, choices: report, files: equal(report, choices) ? [...files] : [] };
  const reports = [...others, entry].slice(-maxRememberedReports);
  await settings
    .change({ report, reports })
    .catch((error) => log.error('the choices of a report could not be stored', error));
}

/** Forgets the choices of an article that is deleted for good. Never rejects: a failure is only logged. */
export async function forgetChoices(
  settings: SettingsStore,
  articleId: string,
  { log }: Pick<System, 'log'>,
): Promise<void> {
  const { reports } = settings.current();
  const others = reports.filter((entry) => entry.articleId !== articleId);
  if (others.length === reports.length) return;
  await settings
    .change({ reports: others })
    .catch((error) => log.error('the choices of a report could not be removed', error));
}
