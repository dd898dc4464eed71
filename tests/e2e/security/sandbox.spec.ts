import { readlinkSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { findProcesses, startUnprivileged } from '../support/electron/unprivileged-process.ts';

test.use({ stetOwnProcess: true });

test.skip(process.platform !== 'linux', 'seccomp filters exist only on Linux');

test('for a user without rights and without --no-sandbox, the page runs behind a seccomp filter', {
  tag: '@core',
}, async ({ executable, files, display }) => {
  const stet = startUnprivileged({ executable, folder: files, display });
  try {
    const pages = async () => {
      const url = stet.debuggerUrl();
      return url === null ? [] : await (await fetch(`${url}/json/list`)).json();
    };
    await expect
      .poll(pages)
      .toEqual([expect.objectContaining({ type: 'page', url: 'app://bundle/index.html', title: 'Stet' })]);

    // A second renderer may exist for a short time, for a page that is not shown yet or any more.
    const findRenderers = () =>
      findProcesses(`--user-data-dir=${stet.userData}`).filter(({ commandLine }) =>
        commandLine.includes('--type=renderer'),
      );
    await expect.poll(findRenderers).toHaveLength(1);
    for (const { commandLine, status, network } of findRenderers()) {
      expect(status).toMatchObject({ Seccomp: '2', NoNewPrivs: '1', CapEff: '0000000000000000' });
      expect(commandLine).not.toContain('--no-sandbox');
      expect(network, 'the renderer has no network').not.toBe(readlinkSync('/proc/self/ns/net'));
    }
  } finally {
    await stet.stop();
  }
});
