import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { JSHandle, Locator, Page } from '@playwright/test';

/** A file as it is dragged: nothing keeps another program from giving it a name of its own. */
export interface Dragged {
  name: string;
  bytes: Uint8Array;
}

/** Drags files from the disk over the window, and lets them go there. */
export function dropFiles(page: Page, ...paths: string[]): Promise<void> {
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
  return dropOn(page.getByRole('main'), 'Drop to open as an article', ...files);
}

/** Drags files over a part of the window, and lets them go once it says with these words what that does. */
export async function dropOn(target: Locator, words: string, ...files: Dragged[]): Promise<void> {
  // As text: a list of numbers is sent number by number, and a large file takes seconds.
  const plain = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const dataTransfer = await target.page().evaluateHandle((dragged) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of dragged) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, plain);
  await letGo(target, words, dataTransfer);
}

/** The same with what another program's page or text is dragged as: its data by their types, as `text/uri-list`. */
export async function dropDataOn(
  target: Locator,
  words: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  const dataTransfer = await target.page().evaluateHandle((dragged) => {
    const transfer = new DataTransfer();
    for (const [type, value] of Object.entries(dragged)) transfer.setData(type, value);
    return transfer;
  }, data);
  await letGo(target, words, dataTransfer);
}

async function letGo(target: Locator, words: string, dataTransfer: JSHandle<DataTransfer>): Promise<void> {
  await target.dispatchEvent('dragenter', { dataTransfer });
  await target.page().getByText(words, { exact: true }).waitFor();
  await target.dispatchEvent('dragover', { dataTransfer });
  await target.dispatchEvent('drop', { dataTransfer });
}
