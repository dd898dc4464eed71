// Draws the icons from their SVGs: run `npm run icons` after changing one. The pictures are in the repository, so that
// packaging needs no browser; electron-builder makes .icns and .ico from the largest.
import { readFileSync, writeFileSync } from 'node:fs';
import { main, Refusal } from '../command.mjs';
import { chromiumFlags, findChromium } from '../machine/chromium.mjs';
import { fromRoot } from '../root.mjs';

// Smaller icons show the first letter only, because a whole word would be illegible.
const smallest = 64;
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const font = 'node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2';

await main(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Refusal('Drawing the icons needs Chromium or Chrome.');
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const page = await browser.newPage();
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(html(size < smallest ? 'stet-small.svg' : 'stet.svg'));
      await page.evaluate(() => document.fonts.ready);
      writeFileSync(
        fromRoot('build/icons', `${size}x${size}.png`),
        await page.screenshot({ omitBackground: true }),
      );
    }
  } finally {
    await browser.close();
  }
});

function html(name) {
  const data = readFileSync(fromRoot(font)).toString('base64');
  return `<style>
    @font-face {
      font-family: 'Source Serif 4 Variable'; font-style: italic; font-weight: 200 900;
      src: url(data:font/woff2;base64,${data});
    }
    body { margin: 0; }
    svg { display: block; width: 100vw; height: 100vh; }
  </style>${readFileSync(fromRoot('build/icons', name), 'utf8')}`;
}
