import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { commands } from '#renderer/window/app/commands/commands.ts';
import { LibraryScreen } from '#renderer/window/features/library/library-screen.tsx';
import { Welcome } from '#renderer/window/features/library/welcome.tsx';
import { MissingLibrary } from '#renderer/window/features/missing-library/missing-library.tsx';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { showError } from '#renderer/window/state/base/notices.ts';
import { useLibrary, useLibraryView } from '#renderer/window/state/library/library.ts';
import { usePanels } from '#renderer/window/state/view/panels.ts';
import type { ShownLocation } from '#shared/contract/commands/shown-location.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { ferryCheck } from '#tests/e2e/support/articles/ferry-check.ts';
import { expectNoViolations } from '#tests/unit/renderer/support/axe.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { claims, press, selectWords } from '#tests/unit/renderer/support/parts-of-window.ts';
import { waitForLayout } from '#tests/unit/renderer/support/rows.ts';

test('axe finds no violation while claims are marked and judged, in either theme', async () => {
  await openWindow({ ...ferryCheck, claims: [], sources: [] });
  await expectNoViolations('review without a claim');
  await selectWords('1.2 million people');
  await expectNoViolations('selection bar');
  await selectWords('1.2 million people');
  await press('c');
  await expect.element(page.getByRole('region', { name: /^Claim \d+$/ })).toBeVisible();
  await expectNoViolations('review with a new claim');
  await selectWords('2019');
  await press('v');
  await expectNoViolations('review with a judged claim');
  const { open } = usePanels.getState();
  onTestFinished(() => {
    usePanels.setState({ open });
  });
  usePanels.setState({ open: { claims: true, card: false } });
  await expectNoViolations('review without the card');
});

test('axe finds no violation in a narrow window, in either theme', async () => {
  await page.viewport(700, 700);
  onTestFinished(() => page.viewport(1280, 800));
  await openWindow(ferryCheck);
  commands.toggleClaims();
  await expect.element(claims.row('Tickets')).toBeVisible();
  await expectNoViolations('claims over the article');
  await claims.row('Tickets').click();
  commands.toggleCard();
  await waitForLayout();
  await expectNoViolations('card over the article');
});

test('axe finds no violation in the export dialog, in either theme', async () => {
  const shown = { text: 'The ferry carried 1.2 million people.' };
  await openWindow(ferryCheck, {
    'report.choices': () => ({ choices: defaultReportChoices }),
    'report.previewBeginning': () => null,
    'report.preview': () => ({ shown, claimCount: 5, confidentialCount: 1, leaks: [], missing: [] }),
  });
  commands.export();
  const dialog = page.getByRole('dialog', { name: 'Export report' });
  // Meanwhile the preview is dimmed.
  const waitForPreview = () =>
    expect
      .poll(() => document.querySelector('[aria-label="Preview"]')?.getAttribute('aria-busy'))
      .toBe('false');
  await waitForPreview();
  await expectNoViolations('export dialog');
  await dialog.getByRole('button', { name: /^More options/ }).click();
  await dialog.getByRole('radio', { name: 'Legal' }).click();
  await waitForPreview();
  await expectNoViolations('export dialog with all options, for lawyers');
});

test('axe finds no violation in claims and the forms of their evidence, in either theme', async () => {
  await openWindow(ferryCheck);
  await claims.row('1.2 million').click();
  await expectNoViolations('claim with a confidential source');
  await page.getByRole('button', { name: 'Kind' }).click();
  await expect.element(page.getByRole('listbox', { name: 'Kind' })).toBeVisible();
  await expectNoViolations('kinds of claim');
  // The second leaves the field, which takes letters itself.
  await press('{Escape}');
  await press('{Escape}');
  await press('s');
  await expect.element(page.getByRole('form', { name: /^Source for claim/ })).toBeVisible();
  await expectNoViolations('source form');
  await page.getByRole('button', { name: 'Attach source' }).click();
  await expectNoViolations('source form with an error');
  await page.getByRole('radio', { name: 'Person' }).click();
  await page.getByRole('checkbox', { name: 'Confidential' }).click();
  await expectNoViolations('source form for a confidential person');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await claims.row('built in 1986').click();
  await expectNoViolations('claim whose source was withdrawn');
});

test('axe finds no violation in the list of sources and their cards, in either theme', async () => {
  await openWindow(ferryCheck);
  await page.getByRole('tab', { name: 'Sources' }).click();
  await expectNoViolations('list of sources');
  await page.getByRole('button', { name: 'Sort by' }).click();
  await expectNoViolations('sort orders of the list of sources');
  await press('{Escape}');
  const search = page.getByRole('textbox', { name: 'Search sources' });
  await search.fill('nowhere');
  await expectNoViolations('list of sources without results');
  await search.fill('');
  await page
    .getByRole('navigation', { name: 'Sources' })
    .getByRole('button', { name: 'A study of ferries' })
    .click();
  await expectNoViolations('source card');
  await page.getByRole('radio', { name: 'Withdrawn' }).click();
  await expectNoViolations('question why a source was withdrawn');
  await press('{Escape}');
  await page.getByRole('button', { name: 'Edit source' }).click();
  await expectNoViolations('form that edits a source');
});

test('axe finds no violation in the dialogs of an article, in either theme', async () => {
  await openWindow(ferryCheck, {
    'app.about': () => ({ version: '1.0.0', electron: '45', chrome: '146', platform: 'linux' }),
  });
  for (const name of [
    'links',
    'articleDetails',
    'manageTags',
    'keys',
    'settings',
    'pasteDraft',
    'about',
  ] as const) {
    commands[name]();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await expectNoViolations(name);
    await press('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  }
  commands.articleDetails();
  await page.getByRole('textbox', { name: 'Link' }).fill('nowhere');
  await page.getByRole('button', { name: 'Save' }).click();
  await expectNoViolations('details with an error');
});

test('axe finds no violation in find, the palette and while keys are changed, in either theme', async () => {
  await openWindow(ferryCheck);
  await press('/');
  await userEvent.keyboard('harbour');
  await expectNoViolations('find');
  await press('{Escape}', '{Escape}', '{Escape}');
  commands.palette();
  const field = page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox');
  await expect.element(field).toHaveFocus();
  await expectNoViolations('command palette');
  await field.fill('ferry');
  await expectNoViolations('command palette with results');
  await field.fill('qqqq');
  await expectNoViolations('command palette without results');
  await press('{Escape}');
  commands.changeKeys();
  const row = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Mark as claim' });
  await expect.element(row).toBeVisible();
  await expectNoViolations('keys');
  await row.getByRole('button', { name: 'C', exact: true }).click();
  await expectNoViolations('a key being recorded');
  await press('v');
  await expectNoViolations('a conflict of keys');
});

test('axe finds no violation in the library, its bin and an empty one, in either theme', async () => {
  const entry = {
    id: 'a',
    title: 'Harbour tram',
    byline: 'Ada Brook',
    draft: 1,
    file: 'a.docx',
    copyOf: null,
    reading: null,
    deadline: null,
    words: 900,
    createdAt: '2026-01-01T00:00:00.000Z',
    progress: { verified: 1, disputed: 1, unverifiable: 0, recheck: 0, unchecked: 2 },
    editedAt: '2026-01-02T00:00:00.000Z',
    binnedAt: null,
  };
  useLibraryView.setState({ query: '', order: 'edited' });
  useLibrary.setState({ articles: [entry, { ...entry, id: 'b', binnedAt: entry.editedAt }] });
  const nothing = () => {};
  const welcome = (
    <Welcome
      isDisabled={false}
      onOpenFile={nothing}
      onPaste={nothing}
      onOpenWeb={nothing}
      onSample={nothing}
    />
  );
  const screen = (
    <LibraryScreen
      onOpen={nothing}
      onDeleted={nothing}
      onSearchAll={nothing}
      actions={null}
      empty={welcome}
    />
  );
  onTestFinished(show(null, screen, { width: innerWidth, height: innerHeight }).close);
  await waitForLayout();
  await expectNoViolations('library');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expectNoViolations('rename dialog');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Bin 1' }).click();
  await expectNoViolations('bin');
  await page.getByRole('button', { name: 'Empty bin' }).click();
  await expectNoViolations('question before the bin is emptied');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  useLibrary.setState({ articles: [] });
  await waitForLayout();
  await expectNoViolations('welcome');
});

test('axe finds no violation where the library is missing, in either theme', async () => {
  const location = {
    state: 'missing',
    folder: '/disk/library',
    usualFolder: '/home/library',
    why: 'absent',
  } as const satisfies ShownLocation;
  fakeMain(async (name) => ({ ok: true, value: name === 'location.reopen' ? location : null }));
  onTestFinished(show(null, <MissingLibrary location={location} />, { width: 900, height: 600 }).close);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('nothing has changed')).toBeVisible();
  await expectNoViolations('missing library');
  await page.getByRole('button', { name: 'Start a new one…' }).click();
  await expectNoViolations('question where a new library begins');
  await press('{Escape}');
});

test('axe finds no violation in errors and menus over an article, in either theme', async () => {
  await openWindow(ferryCheck);
  showError('The file can’t be opened.');
  await expect.element(page.getByText('The file can’t be opened.')).toBeVisible();
  await expectNoViolations('an error');
  await claims.row('Tickets').click({ button: 'right' });
  await expect.element(page.getByRole('menu', { name: 'Claim' })).toBeVisible();
  await expectNoViolations('menu of a claim');
  await press('{Escape}');
});

test('axe finds no violation in the settings with backups, in restoring and in checking, in either theme', async () => {
  const backup = { libraryId: 'library', name: 'backup-000001-2026-11-28T10-00-00-000Z.json' };
  const article = { articleId: 'a', title: 'Ferry to stop in May', editedAt: null };
  const counts = {
    articles: 1,
    changes: 9,
    drafts: 1,
    vaultFiles: 2,
    vaultBytes: 2_048,
    backups: 3,
    backupFiles: 4,
    backupBytes: 4_096,
  };
  const damage = {
    kind: 'damage',
    title: article.title,
    file: 'articles/a/drafts/b',
    problem: 'It was changed.',
    remedy: 'It can be restored from a backup.',
    repairId: 'r',
  };
  await openWindow(ferryCheck, {
    'backup.list': () => [{ ...backup, takenAt: '2026-11-28T10:00:00.000Z', isOwn: true }],
    'backup.articles': () => [{ ...article, isInLibrary: true, wholeAt: null }],
    'check.run': () => ({ counts, findings: [damage], leftOut: 0 }),
  });
  commands.settings();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations('settings');
  await press('{Escape}');
  openDialog('restore');
  await expect.element(page.getByRole('dialog').getByText(article.title)).toBeVisible();
  await expectNoViolations('restoring');
  await press('{Escape}');
  commands.checkLibrary();
  await expect.element(page.getByText(damage.problem)).toBeVisible();
  await expectNoViolations('checking');
});
