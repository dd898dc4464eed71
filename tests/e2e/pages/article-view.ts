import { isDeepStrictEqual } from 'node:util';
import { expect, type Locator, type Page } from '@playwright/test';
import { type TextPosition, type Point, locateText } from '../support/page/locate-text';

/** The article as it is read and marked. */
export class ArticleView {
  readonly main: Locator;
  readonly text: Locator;
  readonly marks: Locator;
  /** The words of the current claim. */
  readonly currentMark: Locator;
  readonly selectionBar: Locator;
  readonly details: Locator;
  readonly chooser: Locator;

  constructor(private readonly page: Page) {
    this.main = page.getByRole('main', { name: 'Article' });
    this.text = this.main.getByRole('group', { name: 'Article text' });
    this.marks = this.text.locator('mark');
    this.currentMark = this.text.locator('mark[aria-details]').first();
    this.selectionBar = this.main.getByRole('toolbar', { name: 'Selection' });
    this.details = this.main.getByRole('button', { name: 'Details' });
    this.chooser = page.getByRole('menu', { name: 'Claims on these words' });
  }

  title(title: string): Locator {
    return this.main.getByRole('heading', { level: 1, name: title });
  }

  /** The number of a claim in the margin. */
  marginButton(number: number): Locator {
    return this.text.getByRole('button', { name: new RegExp(`^${number}\\b`) });
  }

  /** What the claim's words look like: its marks, found by what they say to screen readers. */
  claimMarks(number: number): Locator {
    return this.text.locator(`mark[aria-description*="Claim ${number},"]`);
  }

  /** How the claim is underlined: what of it is not colour. */
  readUnderline(number: number): Promise<string> {
    return this.claimMarks(number).evaluate((mark) => {
      const { textDecorationLine, textDecorationStyle, textDecorationThickness, borderBottomStyle } =
        getComputedStyle(mark);
      return [textDecorationLine, textDecorationStyle, textDecorationThickness, borderBottomStyle].join(' ');
    });
  }

  barButton(name: string | RegExp): Locator {
    return this.selectionBar.getByRole('button', { name, exact: true });
  }

  /** The texts of the blocks, exactly as in the page: a block element has the text of its block and nothing else. */
  readBlocks(): Promise<string[]> {
    return this.text
      .locator('[data-start]')
      .evaluateAll((readBlocks) => readBlocks.map(({ textContent }) => textContent ?? ''));
  }

  /** Selects words with the mouse: pressed at the first character, let go behind the last. */
  async select(words: string, { nth = 0 } = {}): Promise<void> {
    const { start: from, end: to } = await this.locateWhenStill(words, nth);
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    // As a person does: drags until the words are seen to be selected, and lets go then.
    await expect
      .poll(async () => {
        await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
        await mouse.move(to.x, to.y);
        return this.readSelection();
      })
      .toBe(words.replace(/\s+/g, ' '));
    await mouse.up();
    await this.expectSelection(words);
  }

  /** Clicks into the middle of some words. */
  async click(words: string, { nth = 0 } = {}): Promise<void> {
    const { middle } = await this.locateWhenStill(words, nth);
    await this.page.mouse.click(middle.x, middle.y);
  }

  /** Clicks with the right button into the middle of some words. */
  async rightClick(words: string): Promise<void> {
    const { middle } = await this.locateWhenStill(words, 0);
    await this.page.mouse.click(middle.x, middle.y, { button: 'right' });
  }

  /** Selects by keys alone: sentences up and down, words left and right, Shift extends. */
  async selectByKeyboard(words: string, ...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.expectSelection(words);
  }

  /** The words selected now. */
  async expectSelection(words: string): Promise<void> {
    await expect.poll(() => this.readSelection()).toBe(words.replace(/\s+/g, ' '));
  }

  private readSelection(): Promise<string | undefined> {
    return this.page.evaluate(() => getSelection()?.toString().replace(/\s+/g, ' ').trim());
  }

  /** Scrolls by so many CSS pixels at once, as the scrollbar does. */
  async scrollBy(pixels: number): Promise<void> {
    // What was selected last is brought into view in a frame to come.
    await this.waitForFrame();
    await this.waitForFrame();
    await this.main.locator('[data-scroller]').evaluate((scroller, by) => {
      scroller.scrollTop += by;
    }, pixels);
  }

  /** Where words stand in the window. */
  locateWords(words: string): Promise<TextPosition> {
    return this.locateWhenStill(words, 0);
  }

  /** Drags one end of the current claim to the end (or the start) of some words. */
  async dragHandle(end: 'start' | 'end', words: string): Promise<void> {
    await this.startHandleDrag(end, words);
    await this.releaseMouse();
  }

  /** As `dragHandle`, without letting go. */
  async startHandleDrag(end: 'start' | 'end', words: string): Promise<void> {
    const { from, to } = await this.planHandleDrag(end, words);
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 4 });
  }

  releaseMouse(): Promise<void> {
    return this.page.mouse.up();
  }

  /** Whether the grips stand at the ends of some words, read from left to right. */
  async areHandlesAt(words: string): Promise<boolean> {
    const { start: from, end: to } = await this.locateWhenStill(words, 0);
    const isNear = async (end: 'start' | 'end', x: number) => {
      const grip = await this.main.locator(`[data-resize-handle="${end}"]`).boundingBox();
      return grip !== null && Math.abs(grip.x + grip.width / 2 - x) < 8;
    };
    return (await isNear('start', from.x)) && (await isNear('end', to.x));
  }

  /** As `dragHandle`, in one move, and let go before the window has painted it. */
  async flickHandle(end: 'start' | 'end', words: string): Promise<void> {
    const { from, to } = await this.planHandleDrag(end, words);
    // Playwright's own mouse waits for the window after each event.
    const devtools = await this.page.context().newCDPSession(this.page);
    const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point) =>
      devtools.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', buttons: 1, clickCount: 1 });
    await send('mousePressed', from);
    await Promise.all([send('mouseMoved', to), send('mouseReleased', to)]);
    await devtools.detach();
  }

  private async planHandleDrag(end: 'start' | 'end', words: string): Promise<{ from: Point; to: Point }> {
    const grip = await this.main.locator(`[data-resize-handle="${end}"]`).boundingBox();
    if (!grip) throw new Error('the current claim has no grip');
    const { start: from, end: to } = await this.locateWhenStill(words, 0);
    return {
      // Its knob stands above the first line, or below the last.
      from: { x: grip.x + grip.width / 2, y: end === 'start' ? grip.y : grip.y + grip.height },
      to: end === 'start' ? from : to,
    };
  }

  /** Where the words stand, once they have stood there for a frame: an article that was just opened still moves. */
  private async locateWhenStill(words: string, nth: number): Promise<TextPosition> {
    // Words move when their typeface comes, which the first article of a start has to wait for.
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
    let before = await this.locateNow(words, nth);
    for (;;) {
      await this.waitForFrame();
      const now = await this.locateNow(words, nth);
      if (isDeepStrictEqual(now, before)) return now;
      before = now;
    }
  }

  private waitForFrame(): Promise<void> {
    return this.page.evaluate(() => new Promise((next) => requestAnimationFrame(() => next())));
  }

  private async locateNow(words: string, nth: number): Promise<TextPosition> {
    const locateWhenStill = await this.text.evaluate(locateText, { words, nth });
    if (!locateWhenStill) throw new Error(`the article has no "${words}"`);
    return locateWhenStill;
  }
}
