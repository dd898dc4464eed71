import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';

/** Drags files from the disk over the window, and lets them go there. */
export async function dropFiles(page: Page, ...paths: string[]): Promise<void> {
  const files = paths.map((path) => ({ name: basename(path), bytes: [...readFileSync(path)] }));
  const dataTransfer = await page.evaluateHandle((dragged) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of dragged) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, files);
  const window = page.getByRole('main');
  await window.dispatchEvent('dragenter', { dataTransfer });
  await page.getByText('Drop to open as an article').waitFor();
  await window.dispatchEvent('dragover', { dataTransfer });
  await window.dispatchEvent('drop', { dataTransfer });
}
