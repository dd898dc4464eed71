import { expect, test } from 'vitest';
import {
  forgetChoices,
  getRememberedChoices,
  rememberChoices,
} from '../../../../../main/core/report/remembered-choices';
import type { SettingsStore } from '../../../../../main/core/storage/settings/settings-store';
import { defaultReportChoices, type ReportChoices } from '../../../../../shared/domain/report-options';
import { defaultSettings, maxRememberedReports, type Settings } from '../../../../../shared/domain/settings';

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

const log = { error: (message: string) => expect.fail(message) };

const choicesFor = (reader: ReportChoices['options']['reader'], format: ReportChoices['format'] = 'pdf') => ({
  format,
  options: { ...defaultReportChoices.options, reader },
});

test('each article has its own last choices, and a new one starts with the last ones used anywhere', async () => {
  const store = createStore();
  await rememberChoices(store, 'mill', choicesFor('public', 'docx'), { log });
  await rememberChoices(store, 'tram', choicesFor('editor', 'xlsx'), { log });
  expect(getRememberedChoices(store.current(), 'mill')).toEqual(choicesFor('public', 'docx'));
  expect(getRememberedChoices(store.current(), 'new')).toEqual(choicesFor('editor', 'xlsx'));
});

test('lawyers are never remembered: the reader before them is, with the other choices', async () => {
  const store = createStore();
  await rememberChoices(store, 'mill', choicesFor('public'), { log });
  await rememberChoices(store, 'mill', choicesFor('legal', 'json'), { log });
  expect(getRememberedChoices(store.current(), 'mill')).toEqual(choicesFor('public', 'json'));
  await rememberChoices(store, 'tram', choicesFor('legal'), { log });
  expect(JSON.stringify(store.current())).not.toContain('legal');
});

test('the oldest choices are forgotten when there are too many, and those of a deleted article', async () => {
  const reports = Array.from({ length: maxRememberedReports }, (_, index) => ({
    articleId: `article${index}`,
    choices: defaultReportChoices,
  }));
  const store = createStore({ ...defaultSettings, reports });
  await rememberChoices(store, 'mill', choicesFor('public'), { log });
  const ids = () => store.current().reports.map(({ articleId }) => articleId);
  expect(ids()).toHaveLength(maxRememberedReports);
  expect([ids()[0], ids().at(-1)]).toEqual(['article1', 'mill']);
  await forgetChoices(store, 'mill', { log });
  expect(ids()).not.toContain('mill');
});
