import { isDeepStrictEqual } from 'node:util';
import { expect, type Locator, type Page } from '@playwright/test';
import { locateText, type TextPosition } from '../../support/page/locate-text';
import { ResizeHandles } from './resize-handles';

/** The article as it is read and marked. */
export class ArticleView {
  readonly main: Locator;
  readonly text: Locator;
  readonly marks: Locator;
  /** The mark of the current claim. */
  readonly currentMark: Locator;
  readonly selectionBar: Locator;
  readonly details: Locator;
  /** The menu that offers the claims that overlap at the clicked words. */
  readonly chooser: Locator;
  /** The handles at both ends of the current claim. */
  readonly handles: ResizeHandles;

  constructor(private readonly page: Page) {
    this.main = page.getByRole('main', { name: 'Article' });
    this.text = this.main.getByRole('group', { name: 'Article text' });
    this.marks = this.text.locator('mark');
    this.currentMark = this.text.locator('mark[aria-details]').first();
    this.selectionBar = this.main.getByRole('toolbar', { name: 'Selection' });
    this.details = this.main.getByRole('button', { name: 'Details' });
    this.handles = new ResizeHandles(page, this.main, (words) => this.locateWords(words));
    this.chooser = page.getByRole('menu', { name: 'Claims on these words' });
  }

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

  /** Drags the mouse over exactly these characters, which may be in the middle of words, without releasing the button. */
  async startDrag(characters: string): Promise<void> {
    const { start, end } = await this.locateWhenStill(characters, 0);
    const { mouse } = this.page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
    await mouse.move(end.x, end.y);
  }

  /** Does the same, and releases the button. */
  async drag(characters: string): Promise<void> {
    await this.startDrag(characters);
    await this.page.mouse.up();
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
