import type { Result } from '#shared/contract/result.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { LastChanges } from '#shared/domain/claims/claim-filter.ts';
import type { StepSummary } from '#shared/domain/history/step-summary.ts';
import type { Edit, ProposedChange } from '#shared/domain/review/change.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { Step } from '#shared/domain/review/step.ts';
import type { EntityKey, TableName } from '#shared/domain/review/tables.ts';
import type { ListedClaim, OutlineClaim, UnplacedClaim } from './outline.ts';
import type { SaveState } from './save-queue.ts';

/** A part of the screen can subscribe to one entity, one table, the outline, or the save state with undo and redo. */
export type Topic = EntityKey | TableName | 'outline' | 'saving';

/**
 * The open review as the window shows it. A step is applied to the window's copy at once (`create-session.ts`), and sent to main until it
 * is acknowledged (`save-queue.ts`). Components read it with the hooks of `use-session.ts`.
 */
export interface Session {
  readonly articleId: string;
  readonly review: Review;
  /** The draft on the screen. */
  readonly draft: Draft;
  readonly readOnly: boolean;
  /** Whether the draft is not the newest one, and therefore read-only. */
  readonly isPast: boolean;
  /**
   * When the draft after an older one was added: `review` is as it was then. Null for the newest draft, and for an older one when the
   * history doesn't say how it was.
   */
  readonly pastAt: string | null;
  /** Grows with every step that is applied. */
  revision(): number;
  saveState(): SaveState;
  /** The claims in reading order. */
  outline(): readonly OutlineClaim[];
  outlineById(): ReadonlyMap<string, OutlineClaim>;
  /** The claims that have no span in the draft yet. */
  unplaced(): readonly UnplacedClaim[];
  /** The claims that were changed since the review was opened, with the time of the last change of each. */
  lastChanges(): LastChanges;
  canUndo(): boolean;
  canRedo(): boolean;
  /** The steps that undo and redo would take back, as far as they are known; null otherwise. The same object until that changes. */
  nextUndo(): StepSummary | null;
  nextRedo(): StepSummary | null;
  /** Returns the function that ends the subscription. */
  subscribe(topic: Topic, listener: () => void): () => void;
  /**
   * Applies a step at once and queues it for the disk. False when the step was refused: nothing changed then, and the reason
   * was shown. Null stands for a step that changes nothing, and is accepted.
   */
  apply(step: Step | null): boolean;
  /**
   * Applies a step that deletes claims. When it deletes most of them, main asks first: nothing changes before the answer, and steps
   * that come meanwhile wait for it. Resolves to false when the reviewer declined or the step was refused, as by `apply`.
   */
  applyDeletion(step: Step): Promise<boolean>;
  undo(): Promise<Result<Edit[]>>;
  redo(): Promise<Result<Edit[]>>;
  retrySaving(): void;
  /** The changes that main has not acknowledged yet, in their order. */
  unsaved(): readonly ProposedChange[];
  /** How many steps main has not acknowledged yet, also those that wait for an answer of the person. */
  unsavedCount(): number;
  /**
   * Resolves to true when all changes up to now are on the disk, to false while saving is failing or once another session took
   * them over; `saveEdits` waits for that one as well.
   */
  waitUntilSaved(): Promise<boolean>;
  /**
   * Sends nothing more to main. Resolves once main has answered all that was sent; steps are applied and wait meanwhile, and
   * nothing is undone or redone.
   */
  stopSaving(): Promise<void>;
  /** Sends again after `stopSaving`, because no other session takes this one's place. */
  resumeSaving(): void;
  /** The changes that wait, once saving is stopped, for the session that takes this one's place. */
  handOver(): ProposedChange[];
  /** Applies changes of the session before, one by one, and queues them. Returns those that do not fit any more. */
  takeOver(changes: readonly ProposedChange[]): ProposedChange[];
}

/** Finds a claim that counts by its id, with or without a span in the draft. */
export function findListedClaim(session: Session, claimId: string): ListedClaim | undefined {
  return session.outlineById().get(claimId) ?? session.unplaced().find(({ claim }) => claim.id === claimId);
}
