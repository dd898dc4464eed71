import { readlinkSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { findProcesses, startUnprivileged } from '../support/electron/unprivileged-process';

test.use({ stetOwnProcess: true });

test.skip(process.platform !== 'linux', 'the filter of the kernel that is looked for is Linux’s');

test('started by a user without rights and without --no-sandbox, the page runs behind a seccomp filter', async ({
  executable,
  files,
}) => {
  const stet = startUnprivileged({ executable, folder: files });
  try {
    const pages = async () => {
      const url = stet.debuggerUrl();
      return url === null ? [] : await (await fetch(`${url}/json/list`)).json();
    };
    await expect
      .poll(pages, { timeout: 15_000 })
      .toEqual([expect.objectContaining({ type: 'page', url: 'app://bundle/index.html', title: 'Stet' })]);

    // For a moment there may be one more, for a page that is never shown or no longer.
    const renderers = () =>
      findProcesses(`--user-data-dir=${stet.userData}`).filter(({ commandLine }) =>
        commandLine.includes('--type=renderer'),
      );
    await expect.poll(renderers).toHaveLength(1);
    for (const { commandLine, status, network } of renderers()) {
      expect(status).toMatchObject({ Seccomp: '2', NoNewPrivs: '1', CapEff: '0000000000000000' });
      expect(commandLine).not.toContain('--no-sandbox');
      expect(network, 'it sees no network').not.toBe(readlinkSync('/proc/self/ns/net'));
    }
  } finally {
    await stet.stop();
  }
});
