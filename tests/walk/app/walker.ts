import type { Page } from '@playwright/test';
import type { Change } from '../../../shared/domain/history/change';
import { shorten } from '../../../shared/text/format/shorten';
import type { Stet } from '../../e2e/support/electron/stet';
import { screenMatchesDisk } from '../laws/screen-matches-disk';
import { historyMatchesModel, recordOptionalChanges } from '../laws/history-matches-model';
import { viewMatchesModel, updateModelFromScreen } from '../laws/view-matches-model';
import { type PageInspection, createInspectScript } from '../page/inspect-page';
import type { Model } from '../model/model';
import type { StoredReview } from './stored-review';

/** A law that is broken, and stays so: what the walk has found. */
export class LawViolation extends Error {
  override name = 'Finding';
}

/** How long what is seen may take to become what it has to be, in milliseconds: on a busy machine painting takes its time. */
const timeoutMs = 3_000;
const retryDelayMs = 50;

/** UTF-16 units of what is told of one broken law: words may be those of the whole article. */
const maxViolationLength = 600;

/** The app as a walk goes through it, and the disk below it. */
export class Walker {
  /** Steps taken since the walk began. */
  commandCount = 0;
  #added: Change[] = [];

  constructor(
    readonly stet: Stet,
    readonly articleId: string,
    readonly title: string,
    readonly stored: StoredReview,
    /** A folder for files that a person would have. */
    readonly files: string,
    private readonly getProblems: () => readonly string[],
    /** What is known already, and passed over. */
    private readonly except: RegExp | undefined,
  ) {}

  get page(): Page {
    return this.stet.page;
  }

  /** Called before each command: what is asked for from now on is its own. */
  startCommand(model: Model): void {
    this.commandCount += 1;
    model.expectedActions = [];
    model.fieldsFromDisk = [];
    model.canMoveFocus = false;
    model.expectedOffset = null;
    this.#added = [];
  }

  /** Looks until no law is broken, and takes over what the command did not foretell. Throws what stays broken. */
  async checkLaws(model: Model): Promise<void> {
    const { screen: seen } = await this.#until((inspect) => {
      this.#added.push(...this.stored.readNewChanges());
      return [
        ...historyMatchesModel(this.#added, this.stored, model),
        ...screenMatchesDisk(inspect.screen, this.stored, model),
        ...viewMatchesModel(inspect.screen, this.stored, model),
        ...inspect.violations,
      ];
    });
    recordOptionalChanges(this.#added, model);
    updateModelFromScreen(seen, this.stored, model);
  }

  /** The same while a dialog is open: what is drawn, and which dialog it is. */
  async checkDialog(title: string | RegExp): Promise<void> {
    await this.#until(({ screen: seen, violations: broken }) => {
      const isThere = typeof title === 'string' ? seen.dialog === title : title.test(seen.dialog ?? '');
      return [...(isThere ? [] : [`the dialog “${seen.dialog}” is open, not “${title}”`]), ...broken];
    });
  }

  /** The same where no article is on the screen. */
  async checkPageLaws(): Promise<void> {
    await this.#until(({ violations: broken }) => broken);
  }

  async #until(check: (inspect: PageInspection) => string[]): Promise<PageInspection> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const { except } = this;
      const inspect = await this.inspect();
      const found = check(inspect).filter((what) => !except?.test(what));
      const unasked = this.getProblems().map((problem) => `unasked: ${problem}`);
      if (found.length + unasked.length === 0) return inspect;
      if (Date.now() > end || unasked.length > 0) {
        const told = [...unasked, ...found].map((what) => shorten(what, maxViolationLength));
        throw new LawViolation(told.join('\n'));
      }
      await new Promise((resolve) => setTimeout(resolve, retryDelayMs));
    }
  }

  inspect(): Promise<PageInspection> {
    return this.page.evaluate<PageInspection>(createInspectScript());
  }
}
