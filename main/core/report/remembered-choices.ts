import {
  type RememberedChoices,
  type ReportChoices,
  toRememberedChoices,
} from '../../../shared/domain/report-options';
import { maxRememberedReports, type Settings } from '../../../shared/domain/settings';
import { redactError } from '../errors/redact-error';
import type { Platform } from '../platform';
import type { SettingsStore } from '../storage/settings/settings-store';

/** The choices that are preselected for a report: those of the article's last one, else of the last one of any article. */
export function getRememberedChoices({ reports, report }: Settings, articleId: string): RememberedChoices {
  return reports.find((entry) => entry.articleId === articleId)?.choices ?? report;
}

/** Whether a report of the article was exported before, and is remembered. */
export function hasRememberedChoices({ reports }: Settings, articleId: string): boolean {
  return reports.some((entry) => entry.articleId === articleId);
}

/** Remembers the choices for a report that was written. Never rejects: a failure is only logged. */
export async function rememberChoices(
  settings: SettingsStore,
  articleId: string,
  choices: ReportChoices,
  { log }: Pick<Platform, 'log'>,
): Promise<void> {
  const current = settings.current();
  const report = toRememberedChoices(choices, getRememberedChoices(current, articleId));
  const others = current.reports.filter((entry) => entry.articleId !== articleId);
  const reports = [...others, { articleId, choices: report }].slice(-maxRememberedReports);
  await settings
    .change({ report, reports })
    .catch((error) => log.error('the choices of a report could not be stored', redactError(error)));
}

/** Forgets the choices of an article that is deleted for good. Never rejects: a failure is only logged. */
export async function forgetChoices(
  settings: SettingsStore,
  articleId: string,
  { log }: Pick<Platform, 'log'>,
): Promise<void> {
  const { reports } = settings.current();
  const others = reports.filter((entry) => entry.articleId !== articleId);
  if (others.length === reports.length) return;
  await settings
    .change({ reports: others })
    .catch((error) => log.error('the choices of a report could not be removed', redactError(error)));
}
