import { isDeepStrictEqual } from 'node:util';
import { expect, type Locator, type Page } from '@playwright/test';
import { locateText, type Point, type TextPosition } from '../support/page/locate-text.ts';
import { PageObject } from './page-object.ts';

/** The handles that change which words the current claim is on. */
class ResizeHandles {
  constructor(
    private readonly page: Page,
    private readonly main: Locator,
    /** Finds the position of some words in the window. */
    private readonly locate: (words: string) => Promise<TextPosition>,
  ) {}

  /** Drags a resize handle of the current claim: its end to the end of some words, or its start to their start. */
  async drag(end: 'start' | 'end', words: string): Promise<void> {
    await this.startDrag(end, words);
    await this.release();
  }

  /** Does the same without releasing the mouse button. */
  async startDrag(end: 'start' | 'end', words: string): Promise<void> {
    const { from, to } = await this.planDrag(end, words);
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 4 });
  }

  release(): Promise<void> {
    return this.page.mouse.up();
  }

  /** Whether the resize handles are at both ends of some words. */
  async areAt(words: string): Promise<boolean> {
    const position = await this.locate(words);
    const isNear = async (end: 'start' | 'end', x: number) => {
      const handle = await this.handle(end).boundingBox();
      return handle !== null && Math.abs(handle.x + handle.width / 2 - x) < 8;
    };
    return (await isNear('start', position.start.x)) && (await isNear('end', position.end.x));
  }

  /** Drags a resize handle in one move, and releases it before the window can paint. */
  async flick(end: 'start' | 'end', words: string): Promise<void> {
    const { from, to } = await this.planDrag(end, words);
    // Playwright's own mouse waits for the window after each event.
    const devtools = await this.page.context().newCDPSession(this.page);
    const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point) =>
      devtools.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', buttons: 1, clickCount: 1 });
    await send('mousePressed', from);
    await Promise.all([send('mouseMoved', to), send('mouseReleased', to)]);
    await devtools.detach();
  }

  private handle(end: 'start' | 'end'): Locator {
    return this.main.locator(`[data-resize-handle="${end}"]`);
  }

  /** The points from which and to which the mouse drags a handle. */
  private async planDrag(end: 'start' | 'end', words: string): Promise<{ from: Point; to: Point }> {
    const handle = await this.handle(end).boundingBox();
    if (!handle) throw new Error('the current claim has no resize handle');
    const position = await this.locate(words);
    return {
      // The knob of the handle is above the first line, or below the last one.
      from: { x: handle.x + handle.width / 2, y: end === 'start' ? handle.y : handle.y + handle.height },
      to: position[end],
    };
  }
}

/** The article as it is read and marked. */
export class ArticleView extends PageObject {
  readonly main = this.page.getByRole('main', { name: 'Article' });
  readonly text = this.main.getByRole('group', { name: 'Article text' });
  readonly marks = this.text.locator('mark');
  /** The mark of the current claim. */
  readonly currentMark = this.text.locator('mark[aria-details]').first();
  readonly selectionBar = this.main.getByRole('toolbar', { name: 'Selection' });
  readonly details = this.main.getByRole('button', { name: 'Details' });
  /** The handles at both ends of the current claim. */
  readonly handles = new ResizeHandles(this.page, this.main, (words) => this.locateWords(words));
  /** The menu that offers the claims that overlap at the clicked words. */
  readonly chooser = this.page.getByRole('menu', { name: 'Claims on these words' });

  title(title: string): Locator {
    return this.main.getByRole('heading', { level: 1, name: title });
  }

  /** The button with a claim's number in the margin. */
  marginButton(number: number): Locator {
    return this.text.getByRole('button', { name: new RegExp(`^${number}\\b`) });
  }

  /** The marks of a claim in the text, found by their description for screen readers. */
  claimMarks(number: number): Locator {
    return this.text.locator(`mark[aria-description*="Claim ${number},"]`);
  }

  /** Reads the style of a claim's underline, without its colour. */
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
      .evaluateAll((blocks) => blocks.map(({ textContent }) => textContent ?? ''));
  }

  /** Selects words with the mouse, from their first to their last character. */
  async select(words: string, { nth = 0 } = {}): Promise<void> {
    const { start, end } = await this.locateWhenStill(words, nth);
    const { mouse } = this.page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    // Releases the button only when the words are selected, as a user would.
    await expect
      .poll(async () => {
        await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
        await mouse.move(end.x, end.y);
        return this.readSelection();
      })
      .toBe(words.replace(/\s+/g, ' '));
    await mouse.up();
    await this.expectSelection(words);
  }

  /** Clicks in the middle of some words. */
  async click(words: string, { nth = 0 } = {}): Promise<void> {
    const { middle } = await this.locateWhenStill(words, nth);
    await this.page.mouse.click(middle.x, middle.y);
  }

  /** Clicks in the middle of some words with the right button. */
  async rightClick(words: string): Promise<void> {
    const { middle } = await this.locateWhenStill(words, 0);
    await this.page.mouse.click(middle.x, middle.y, { button: 'right' });
  }

  /** Presses keys, and checks that they select the words. Up and down select sentences, left and right words; Shift extends. */
  async selectByKeyboard(words: string, ...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.expectSelection(words);
  }

  /** Whether the middle of the current match of Find shows the text of the article, with nothing over it. */
  isMatchUncovered(): Promise<boolean> {
    return this.text.evaluate((text) => {
      const [range] = CSS.highlights.get('found-current') ?? [];
      const rect = range instanceof Range ? range.getBoundingClientRect() : null;
      return (
        rect !== null &&
        text.contains(document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2))
      );
    });
  }

  /** Checks that exactly these words are selected. */
  async expectSelection(words: string): Promise<void> {
    await expect.poll(() => this.readSelection()).toBe(words.replace(/\s+/g, ' '));
  }

  private readSelection(): Promise<string | undefined> {
    return this.page.evaluate(() => getSelection()?.toString().replace(/\s+/g, ' ').trim());
  }

  /** Scrolls the article by a number of CSS pixels at once, as the scrollbar does. */
  async scrollBy(pixels: number): Promise<void> {
    // The app may still scroll to the last selection in one of the next frames.
    await this.waitForFrame();
    await this.waitForFrame();
    await this.main.locator('[data-scroller]').evaluate((scroller, by) => {
      scroller.scrollTop += by;
    }, pixels);
  }

  /**
   * Waits until the app has ended every hold on a line: it scrolls back to what is being read, or was asked for, until the layout
   * around it has settled.
   */
  async waitUntilSettled(): Promise<void> {
    // A change of the layout or a request to show words begins a hold in one of the next frames.
    await this.waitForFrame();
    await this.waitForFrame();
    await expect(this.main.locator('[data-held]')).toHaveCount(0);
  }

  /** Finds the position of some words in the window. */
  locateWords(words: string): Promise<TextPosition> {
    return this.locateWhenStill(words, 0);
  }

  /** Waits until the words stay in place for a frame, because an article that was just opened still moves. */
  private async locateWhenStill(words: string, nth: number): Promise<TextPosition> {
    // The text moves when its typeface has loaded, which happens at the first article after a start.
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
    const position = await this.text.evaluate(locateText, { words, nth });
    if (!position) throw new Error(`the article has no "${words}"`);
    return position;
  }
}
