import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { JSHandle, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Puts rich text on the clipboard, as a browser or a word processor does. */
export async function copyHtml(page: Page, html: string, text = ''): Promise<void> {
  await page.evaluate(
    ([rich, plain]) => {
      const writeClipboard = (event: ClipboardEvent) => {
        event.preventDefault();
        event.clipboardData?.setData('text/html', rich);
        event.clipboardData?.setData('text/plain', plain);
      };
      document.addEventListener('copy', writeClipboard, { once: true });
      document.execCommand('copy');
    },
    [html, text] as const,
  );
}

/** A file that is dragged. Other programs may give it any name. */
interface DraggedFile {
  name: string;
  bytes: Uint8Array;
}

/** Drops files from the disk on the window, which opens them as articles. */
export function dropFiles(page: Page, ...paths: string[]): Promise<void> {
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
  return dropFilesOn(page.getByRole('main'), 'Drop to open as an article', ...files);
}

/** Drags files over a part of the window, and drops them when this label shows what a drop does. */
export async function dropFilesOn(target: Locator, label: string, ...files: DraggedFile[]): Promise<void> {
  // Playwright sends a list of numbers one by one, which takes seconds for a large file. So the bytes travel as text.
  const encoded = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const dataTransfer = await target.page().evaluateHandle((dragged) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of dragged) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, encoded);
  await dispatchDrop(target, label, dataTransfer);
}

/** Does the same with data of another program, given by type, such as a link as `text/uri-list`. */
export async function dropDataOn(
  target: Locator,
  label: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  const dataTransfer = await target.page().evaluateHandle((dragged) => {
    const transfer = new DataTransfer();
    for (const [type, value] of Object.entries(dragged)) transfer.setData(type, value);
    return transfer;
  }, data);
  await dispatchDrop(target, label, dataTransfer);
}

async function dispatchDrop(
  target: Locator,
  label: string,
  dataTransfer: JSHandle<DataTransfer>,
): Promise<void> {
  await target.dispatchEvent('dragenter', { dataTransfer });
  // Files that are held still are announced again and again, also to a window that has just loaded what handles them.
  await expect(async () => {
    await target.dispatchEvent('dragover', { dataTransfer });
    await expect(target.page().getByText(label, { exact: true })).toBeVisible({ timeout: 250 });
  }).toPass();
  await target.dispatchEvent('drop', { dataTransfer });
}
