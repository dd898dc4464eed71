import type { Page } from '@playwright/test';
import type { Change } from '#shared/domain/review/change.ts';
import { shorten } from '#shared/text/format/wording.ts';
import type { Stet } from '#tests/e2e/support/electron/stet.ts';
import { historyMatchesModel, recordOptionalChanges } from '../laws/history-matches-model.ts';
import { olderDraftShowsItsTime, screenMatchesDisk } from '../laws/screen-matches-disk.ts';
import {
  lawyersAreForgotten,
  stancesFollowVerdicts,
  verdictsAreSet,
  wordsAreKept,
} from '../laws/stored-laws.ts';
import { noticeMatchesModel, updateModelFromScreen, viewMatchesModel } from '../laws/view-matches-model.ts';
import type { Model } from '../model/model.ts';
import { createInspectScript, type PageInspection } from '../page/inspect-page.ts';
import { LawViolation } from './law-violation.ts';
import { type OutsideFolder, outsideIsUnchanged } from './outside-folder.ts';
import type { StoredReview } from './stored-review.ts';

/** How long the laws may stay broken after a command: on a busy machine, painting takes time. */
const timeoutMs = 3_000;
const retryDelayMs = 50;

/** Maximum length of the description of one violation, in UTF-16 code units: it may quote the whole article. */
const maxViolationLength = 600;

/** Drives the app, and checks the laws against the window and the disk. */
export class Walker {
  /** How many commands have run since the walk began. */
  commandCount = 0;
  #newChanges: Change[] = [];

  constructor(
    readonly stet: Stet,
    readonly articleId: string,
    readonly title: string,
    readonly stored: StoredReview,
    /** A folder for files of the user. */
    readonly files: string,
    readonly outside: OutsideFolder,
    private readonly settingsPath: string,
    private readonly getProblems: () => readonly string[],
    /** Violations that match are ignored, because they are known. */
    private readonly except: RegExp | undefined,
  ) {}

  get page(): Page {
    return this.stet.page;
  }

  /** Resets what belongs to a single command. Called before each. */
  startCommand(model: Model): void {
    this.commandCount += 1;
    model.expectedActions = [];
    model.fieldsFromDisk = [];
    model.canMoveFocus = false;
    model.expectedOffset = null;
    model.expectedNotice = null;
    model.keptWords = null;
    this.#newChanges = [];
  }

  /** Waits until all laws hold, and copies to the model what it can't predict. Throws the laws that stay broken. */
  async checkLaws(model: Model): Promise<void> {
    const { screen } = await this.#waitUntilValid((inspection) => {
      this.#newChanges.push(...this.stored.readNewChanges());
      return [
        ...verdictsAreSet(this.#newChanges, model),
        ...historyMatchesModel(this.#newChanges, this.stored, model),
        ...stancesFollowVerdicts(this.stored),
        ...screenMatchesDisk(inspection.screen, this.stored, model),
        ...viewMatchesModel(inspection.screen, this.stored, model),
        ...noticeMatchesModel(inspection.screen, model),
        ...wordsAreKept(this.stored, model.keptWords ?? new Map()),
        ...lawyersAreForgotten(this.settingsPath),
        ...outsideIsUnchanged(this.outside),
        ...inspection.violations,
      ];
    });
    recordOptionalChanges(this.#newChanges, model);
    updateModelFromScreen(screen, this.stored, model);
  }

  /** Waits until the dialog of this title is open and the layout laws hold. */
  async checkDialog(title: string | RegExp): Promise<void> {
    await this.#waitUntilValid(({ screen: { dialog }, violations }) => {
      const isOpen = typeof title === 'string' ? dialog === title : title.test(dialog ?? '');
      return [...(isOpen ? [] : [`the dialog “${dialog}” is open, not “${title}”`]), ...violations];
    });
  }

  /** Waits until an older draft is on the screen as it stood when the next one was added. */
  async checkOlderDraft(model: Model, number: number): Promise<void> {
    const past = this.stored.replayUntilNextDraft(number);
    await this.#waitUntilValid(({ screen, violations }) => [
      ...olderDraftShowsItsTime(screen, past, model),
      ...violations,
    ]);
  }

  /** Waits until the layout laws hold, where no article is open for editing. */
  async checkLayoutLaws(): Promise<void> {
    await this.#waitUntilValid(({ violations }) => violations);
  }

  async #waitUntilValid(check: (inspection: PageInspection) => string[]): Promise<PageInspection> {
    const endTime = Date.now() + timeoutMs;
    for (;;) {
      const inspection = await this.inspect();
      const violations = check(inspection).filter((violation) => !this.except?.test(violation));
      const problems = this.getProblems().map((problem) => `unexpected: ${problem}`);
      if (violations.length + problems.length === 0) return inspection;
      if (Date.now() > endTime || problems.length > 0) {
        const lines = [...problems, ...violations].map((line) => shorten(line, maxViolationLength));
        throw new LawViolation(lines.join('\n'));
      }
      await new Promise((resolve) => setTimeout(resolve, retryDelayMs));
    }
  }

  inspect(): Promise<PageInspection> {
    return this.page.evaluate<PageInspection>(createInspectScript());
  }
}
