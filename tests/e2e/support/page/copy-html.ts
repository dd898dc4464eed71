import type { Page } from '@playwright/test';

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
