import type { UndoState } from '../../../../shared/contract/commands/review-commands';
import type { Change } from '../../../../shared/domain/history/change';
import { summarizeStep } from '../../../../shared/domain/history/step-summary';
import {
  countChange,
  createUndoStacks,
  pushChange,
  type UndoDepths,
} from '../../../../shared/domain/history/undo-stacks';
import type { Review } from '../../../../shared/domain/review/review';
import type { EarlierLines } from '../history/earlier-changes';

/** The changes of a whole history, found by id, and what can be undone and redone. */
export class WholeHistory {
  readonly #list: Change[] = [];
  readonly #byId = new Map<string, Change>();
  readonly #undoStacks = createUndoStacks();

  constructor(changes: readonly Change[]) {
    for (const change of changes) this.add(change);
  }

  /** Oldest first. */
  get list(): readonly Change[] {
    return this.#list;
  }

  /** The change that undo would take back. */
  get nextUndo(): Change | undefined {
    return this.#undoStacks.undoable.at(-1);
  }

  /** The undo that redo would take back. */
  get nextRedo(): Change | undefined {
    return this.#undoStacks.redoable.at(-1);
  }

  get undoDepths(): UndoDepths {
    const { undoable, redoable } = this.#undoStacks;
    return { undoable: undoable.length, redoable: redoable.length };
  }

  find(id: string): Change | undefined {
    return this.#byId.get(id);
  }

  /** The change of the person that a change goes back to: an undo or a redo is about the change that it reverts. */
  findFirst(change: Change): Change {
    let first = change;
    while (first.undoes !== null) {
      const reverted = this.#byId.get(first.undoes);
      if (!reverted) break;
      first = reverted;
    }
    return first;
  }

  /** Whether no change takes back one that is not there. */
  isSelfContained(): boolean {
    return this.#list.every(({ undoes }) => undoes === null || this.#byId.has(undoes));
  }

  add(change: Change): void {
    this.#list.push(change);
    this.#byId.set(change.id, change);
    pushChange(this.#undoStacks, change);
  }
}

/**
 * The changes that are in the history. Those of a long history are not all there at first: only the end was read, and a thread
 * verifies what comes before it. Whoever needs every change waits for that.
 */
export class CommittedChanges {
  /** Before the history is whole, it holds the changes since the snapshot, with the last one that the snapshot holds. */
  #known: WholeHistory;
  /** The lines that are being verified; null once the history is whole. */
  #earlier: EarlierLines | null;
  readonly #whole: Promise<WholeHistory>;
  /** Used as long as the history is not whole. */
  #depths: UndoDepths;

  /** `changes` are those behind `earlier`, the first of which is the last one of the snapshot. */
  constructor(changes: readonly Change[], earlier: EarlierLines | null) {
    this.#known = new WholeHistory(changes);
    this.#earlier = earlier;
    this.#depths = earlier ? changes.slice(1).reduce(countChange, earlier.depths) : this.#known.undoDepths;
    this.#whole = earlier ? this.#addEarlier(earlier.changes) : Promise.resolve(this.#known);
    // Whoever needs every change awaits it. When nobody does, nobody catches the error.
    this.#whole.catch(() => undefined);
  }

  /** Whether every change is there and verified. */
  get isWhole(): boolean {
    return this.#earlier === null;
  }

  /** How many changes can be undone and redone. */
  get undoDepths(): UndoDepths {
    return this.isWhole ? this.#known.undoDepths : this.#depths;
  }

  /**
   * The steps that undo and redo would take back. Null while the history is not whole and the step, or what it goes back to, may be in
   * the lines before.
   */
  nextSteps(review: Review): Pick<UndoState, 'nextUndo' | 'nextRedo'> {
    const history = this.#known;
    const isKnown = this.isWhole || history.isSelfContained();
    const summarize = (change: Change | undefined) =>
      change && isKnown ? summarizeStep({ ...history.findFirst(change), id: change.id }, review) : null;
    return { nextUndo: summarize(history.nextUndo), nextRedo: summarize(history.nextRedo) };
  }

  /** The last change of the history. */
  get last(): Change | undefined {
    return this.#known.list.at(-1);
  }

  /** Resolves once every change is there and verified. Rejects as `EarlierLines.changes`. */
  waitUntilWhole(): Promise<WholeHistory> {
    return this.#whole;
  }

  /** Finds a change by its id. Waits for the verification only when the id is somewhere in the lines before. */
  async find(id: string): Promise<Change | undefined> {
    const known = this.#known.find(id);
    if (known || !this.#earlier) return known;
    const bytes = await this.#earlier.bytes;
    return bytes.includes(id) ? (await this.#whole).find(id) : undefined;
  }

  add(change: Change): void {
    this.#known.add(change);
    this.#depths = countChange(this.#depths, change);
  }

  async #addEarlier(earlier: Promise<readonly Change[]>): Promise<WholeHistory> {
    const whole = new WholeHistory(await earlier);
    // Changes may have been added meanwhile.
    for (const change of this.#known.list) whole.add(change);
    this.#known = whole;
    // Its bytes are those of the history's file now, which may replace them.
    this.#earlier = null;
    return whole;
  }
}
