import { expect, test } from 'vitest';
import {
  forgetChoices,
  getRememberedChoices,
  rememberReport,
} from '#main/core/reports/remembered-choices.ts';
import type { SettingsStore } from '#main/storage/computer/settings-store.ts';
import { defaultReportChoices, type ReportChoices } from '#shared/domain/settings/report-options.ts';
import { defaultSettings, maxRememberedReports, type Settings } from '#shared/domain/settings/settings.ts';

/** Settings in memory. */
function createStore(first: Settings = defaultSettings): SettingsStore {
  let current = first;
  return {
    current: () => current,
    change: async (changed) => {
      current = { ...current, ...changed };
      return current;
    },
    waitForWrites: async () => undefined,
    problems: [],
  };
}

const files = [{ path: '/reports/mill.pdf', sha256: 'ab'.repeat(32) }];

const log = { error: (message: string) => expect.fail(message) };

const choicesFor = (reader: ReportChoices['options']['reader'], format: ReportChoices['format'] = 'pdf') => ({
  format,
  options: { ...defaultReportChoices.options, reader },
});

test('each article has its own last choices, and a new one starts with the last ones used anywhere', async () => {
  const store = createStore();
  await rememberReport(store, { articleId: 'mill', choices: choicesFor('public', 'docx'), files }, { log });
  await rememberReport(store, { articleId: 'tram', choices: choicesFor('editor', 'xlsx'), files }, { log });
  expect(getRememberedChoices(store.current(), 'mill')).toEqual(choicesFor('public', 'docx'));
  expect(getRememberedChoices(store.current(), 'new')).toEqual(choicesFor('editor', 'xlsx'));
});

test('lawyers are never remembered: the reader before them is, with the other choices', async () => {
  const store = createStore();
  await rememberReport(store, { articleId: 'mill', choices: choicesFor('public'), files }, { log });
  await rememberReport(store, { articleId: 'mill', choices: choicesFor('legal', 'json'), files }, { log });
  expect(getRememberedChoices(store.current(), 'mill')).toEqual(choicesFor('public', 'json'));
  await rememberReport(store, { articleId: 'tram', choices: choicesFor('legal'), files }, { log });
  expect(JSON.stringify(store.current())).not.toContain('legal');
});

test('files are remembered only with choices that say everything: not for lawyers, not for claims that were chosen', async () => {
  const store = createStore();
  const filesOf = (id: string) => store.current().reports.find(({ articleId }) => articleId === id)?.files;
  await rememberReport(store, { articleId: 'mill', choices: choicesFor('public'), files }, { log });
  expect(filesOf('mill')).toEqual(files);
  await rememberReport(store, { articleId: 'mill', choices: choicesFor('legal'), files }, { log });
  expect(filesOf('mill')).toEqual([]);
  const { format, options } = choicesFor('public', 'claimReview');
  const claimReview = { claimIds: ['claim1'], organizationIds: [] };
  const chosen = { format, options: { ...options, claimReview } };
  await rememberReport(store, { articleId: 'mill', choices: chosen, files }, { log });
  expect(filesOf('mill')).toEqual([]);
});

test('the oldest choices are forgotten when there are too many, and those of a deleted article', async () => {
  const reports = Array.from({ length: maxRememberedReports }, (_, index) => ({
    articleId: `article${index}`,
    choices: defaultReportChoices,
    files,
  }));
  const store = createStore({ ...defaultSettings, reports });
  await rememberReport(store, { articleId: 'mill', choices: choicesFor('public'), files }, { log });
  const ids = () => store.current().reports.map(({ articleId }) => articleId);
  expect(ids()).toHaveLength(maxRememberedReports);
  expect([ids()[0], ids().at(-1)]).toEqual(['article1', 'mill']);
  await forgetChoices(store, 'mill', { log });
  expect(ids()).not.toContain('mill');
});
