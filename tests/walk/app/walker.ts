import type { Page } from '@playwright/test';
import type { Change } from '../../../shared/domain/history/change';
import { shorten } from '../../../shared/text/format/shorten';
import type { Stet } from '../../e2e/support/stet';
import { agreement } from '../laws/screen-matches-disk';
import { historyLaw, takeOptional } from '../laws/history-matches-model';
import { placeLaw, takeOver } from '../laws/view-matches-model';
import { type Look, lookExpression } from '../page/inspect-page';
import type { World } from '../model/model';
import type { Stored } from './stored-review';

/** A law that is broken, and stays so: what the walk has found. */
export class Finding extends Error {
  override name = 'Finding';
}

/** How long what is seen may take to become what it has to be, in milliseconds: on a busy machine painting takes its time. */
const patience = 3_000;
const betweenLooks = 50;

/** UTF-16 units of what is told of one broken law: words may be those of the whole article. */
const longestTold = 600;

/** The app as a walk goes through it, and the disk below it. */
export class Walker {
  /** Steps taken since the walk began. */
  steps = 0;
  #added: Change[] = [];

  constructor(
    readonly stet: Stet,
    readonly articleId: string,
    readonly title: string,
    readonly stored: Stored,
    /** A folder for files that a person would have. */
    readonly files: string,
    private readonly problems: () => readonly string[],
    /** What is known already, and passed over. */
    private readonly except: RegExp | undefined,
  ) {}

  get page(): Page {
    return this.stet.page;
  }

  /** Called before each command: what is asked for from now on is its own. */
  begin(world: World): void {
    this.steps += 1;
    world.asked = [];
    world.adopts = [];
    world.movesFocus = false;
    world.leadsTo = null;
    this.#added = [];
  }

  /** Looks until no law is broken, and takes over what the command did not foretell. Throws what stays broken. */
  async keepsLaws(world: World): Promise<void> {
    const { seen } = await this.#until((look) => {
      this.#added.push(...this.stored.refresh());
      return [
        ...historyLaw(this.#added, this.stored, world),
        ...agreement(look.seen, this.stored, world),
        ...placeLaw(look.seen, this.stored, world),
        ...look.broken,
      ];
    });
    takeOptional(this.#added, world);
    takeOver(seen, this.stored, world);
  }

  /** The same while a dialog is open: what is drawn, and which dialog it is. */
  async keepsLawsIn(title: string | RegExp): Promise<void> {
    await this.#until(({ seen, broken }) => {
      const isThere = typeof title === 'string' ? seen.dialog === title : title.test(seen.dialog ?? '');
      return [...(isThere ? [] : [`the dialog “${seen.dialog}” is open, not “${title}”`]), ...broken];
    });
  }

  /** The same where no article is on the screen. */
  async keepsLawsOutside(): Promise<void> {
    await this.#until(({ broken }) => broken);
  }

  async #until(check: (look: Look) => string[]): Promise<Look> {
    const end = Date.now() + patience;
    for (;;) {
      const { except } = this;
      const look = await this.look();
      const found = check(look).filter((what) => !except?.test(what));
      const unasked = this.problems().map((problem) => `unasked: ${problem}`);
      if (found.length + unasked.length === 0) return look;
      if (Date.now() > end || unasked.length > 0) {
        const told = [...unasked, ...found].map((what) => shorten(what, longestTold));
        throw new Finding(told.join('\n'));
      }
      await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    }
  }

  look(): Promise<Look> {
    return this.page.evaluate<Look>(lookExpression());
  }
}
