import { compareSpans, isSameSpan, type Span } from '#shared/text/span.ts';
import type { FormatLabel } from '#tests/e2e/pages/export-dialog.ts';
import type { ModelClaim, ReviewContent } from './review-content.ts';

export const readerLabels = ['Public', 'Editor', 'Legal'] as const;

export type ReaderLabel = (typeof readerLabels)[number];

export type RememberedReader = Exclude<ReaderLabel, 'Legal'>;

/** The memory that the app has of the article's reports. Lawyers are never preselected, remembered or repeated. */
interface ModelExports {
  /** The choices with which the export dialog begins; null while those of another article may decide. */
  preselected: { format: FormatLabel; reader: RememberedReader } | null;
  /** The file that "Export again" writes; null when it opens the dialog instead. */
  repeatable: string | null;
}

const noExports: ModelExports = { preselected: null, repeatable: null };

/** Records a report that was saved at a path. `before` is the reader that the dialog began with. */
export function recordExport(
  { format, reader }: { format: FormatLabel; reader: ReaderLabel },
  path: string,
  before: RememberedReader,
): ModelExports {
  if (reader === 'Legal') return { preselected: { format, reader: before }, repeatable: null };
  return { preselected: { format, reader }, repeatable: path };
}

/** The id of an entity that the current command has just created, until its real id is read from the disk. */
export const newId = 'new';

/** The same for each of several entities of a table, counted from 0. */
export const getNewId = (index: number) => (index === 0 ? newId : `${newId} ${index}`);

/** The filters of the claim list, by their labels: one verdict, and any number of the others. */
export interface Filter {
  verdict: string;
  extras: string[];
}

export const noFilter: Filter = { verdict: 'All', extras: [] };

/**
 * The state that the walk expects of the app: the content of the review after all commands so far, and what is selected and
 * open. It is the model of fast-check's model-based testing; `Walker` is the real system.
 */
export interface Model {
  content: ReviewContent;
  /** The contents before each change that can be undone, the newest last. */
  undo: ReviewContent[];
  /** The contents that redo leads to, the next one last. */
  redo: ReviewContent[];
  /**
   * The actions that the current command must add to the history. An action with a question mark is optional, such as a verdict
   * that is set again.
   */
  expectedActions: string[];
  /** The claim on the card; `fromScreen` when the command does not determine it. */
  currentClaimId: string | null | typeof fromScreen;
  /** The selected span of the article; `fromScreen` when the command does not determine it. */
  selection: Span | null | typeof fromScreen;
  /** The claim whose row has the focus: keys act on it. */
  focusedRowClaimId: string | null;
  /** Whether the current command moves the focus by key, possibly to a row. */
  canMoveFocus: boolean;
  filter: Filter;
  /** The claims that were made last, with the filter of that time: the list shows them although the filter hides them. */
  newClaims: { ids: readonly string[]; filter: Filter } | null;
  list: 'claims' | 'sources';
  /** Whether the queue of a draft is shown instead of the article; `fromScreen` until the screen was read. */
  isInQueue: boolean | typeof fromScreen;
  /** An offset in the text that the current command scrolls into view; null when it does not determine one. */
  expectedOffset: number | null;
  exports: ModelExports;
  /** Text of a notice with Undo that the current command must leave; null when it need not leave one. */
  expectedNotice: string | null;
  /** The words that claims must still be on, by the claim's id; null when the current command may change them. */
  keptWords: ReadonlyMap<string, string> | null;
  /** Fields that the current command changes unpredictably, and that the model therefore copies from the disk. */
  fieldsFromDisk: ('spans' | 'corrections')[];
}

/** Marks a value that the model can't predict: it is read from the screen after the command. */
export const fromScreen = 'from screen';

export function createModel(content: ReviewContent): Model {
  return {
    content,
    undo: [],
    redo: [],
    expectedActions: [],
    currentClaimId: null,
    selection: null,
    focusedRowClaimId: null,
    canMoveFocus: false,
    filter: noFilter,
    newClaims: null,
    list: 'claims',
    isInQueue: false,
    expectedOffset: null,
    exports: noExports,
    expectedNotice: null,
    keptWords: null,
    fieldsFromDisk: [],
  };
}

/** Resets what the window forgets when the article is opened again, as after a restart or with another draft. */
export function resetAfterReopening(model: Model): void {
  const { undo, redo, expectedActions, exports } = model;
  Object.assign(model, createModel(model.content), { undo, redo, expectedActions, exports });
}

/** Records a change that can be undone, and the content after it. */
export function recordChange(model: Model, action: string, content: ReviewContent): void {
  model.expectedActions.push(action);
  model.undo.push(model.content);
  model.redo = [];
  model.content = content;
}

/** A claim that has a span in the draft. */
export interface PlacedClaim extends ModelClaim {
  id: string;
  span: Span;
}

/** The claims that have a span in the draft, in reading order. */
export function getPlacedClaims({ content }: Readonly<Model>): PlacedClaim[] {
  return Object.entries(content.claims)
    .flatMap(([id, claim]) => (claim.span ? [{ ...claim, id, span: claim.span }] : []))
    .sort((a, b) => compareSpans(a.span, b.span) || (a.id < b.id ? -1 : 1));
}

/** The claim that the verdict keys act on: the one on the selected words, or else the current one. */
export function findVerdictTarget(model: Readonly<Model>): PlacedClaim | undefined {
  const { selection, currentClaimId } = model;
  if (selection === fromScreen) return undefined;
  return getPlacedClaims(model).find(({ id, span }) =>
    selection ? isSameSpan(span, selection) : id === currentClaimId,
  );
}

export function findCurrentClaim(model: Readonly<Model>): PlacedClaim | undefined {
  return getPlacedClaims(model).find(({ id }) => id === model.currentClaimId);
}

/** The claim that other keys act on: the one whose row has the focus, or else the current one. */
export function findKeyTarget(model: Readonly<Model>): PlacedClaim | undefined {
  return getPlacedClaims(model).find(({ id }) => id === (model.focusedRowClaimId ?? model.currentClaimId));
}

/** A key pressed on a row acts on the claim of that row: the claim becomes the current one, and the selection is cleared. */
export function makeFocusedRowCurrent(model: Model): void {
  if (model.focusedRowClaimId === null || model.focusedRowClaimId === model.currentClaimId) return;
  model.currentClaimId = model.focusedRowClaimId;
  model.selection = null;
}

/** The selected span; null when nothing is selected or the selection is not known yet. */
export function getSelectedSpan({ selection }: Readonly<Model>): Span | null {
  return selection === fromScreen ? null : selection;
}
