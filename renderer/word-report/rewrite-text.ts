import type { PlanLine, WordPlan } from '../../shared/reports/word/word-plan';
import {
  AnnotationPlaces,
  EarlierAnchors,
  markComments,
  markFootnotes,
  NoteReferences,
} from './annotation-places';
import { ChangeFinder, type TrackableChange } from './change-finder';
import { type ClosedField, findClosedFields, Gaps } from './closed-places';
import { readStyleIds } from './edited-package';
import type { WordBase } from './open-base';
import {
  findEarlierComments,
  getAnchorRange,
  listNewNumbers,
  type PreparedComment,
  prepareComments,
  prepareLines,
  readCommentRanges,
} from './prepare-comments';
import { Cuts, SplitRuns } from './split-runs';
import { type EditedStory, TextPlaces } from './text-places';
import { ChangeTracker } from './track-change';
import {
  createFootnoteReferences,
  getNextFootnoteId,
  orderFootnotes,
  type PreparedFootnote,
} from './write-footnotes';

interface PlannedChanges {
  tracked: TrackableChange[];
  /** The lines about those that can't be tracked, by the index of the comment. */
  notTracked: Map<number, PlanLine[]>;
  notTrackedCount: number;
}

/** Finds out which changes of a plan can be tracked, and cuts runs at their ends. */
function planChanges({ changes, comments }: WordPlan, finder: ChangeFinder, cuts: Cuts): PlannedChanges {
  const planned: PlannedChanges = { tracked: [], notTracked: new Map(), notTrackedCount: 0 };
  for (const change of changes) {
    const claim = change.comment === null ? null : comments[change.comment];
    const found = finder.find(change, claim?.span?.start === change.span.start);
    if (found) {
      planned.tracked.push(...found);
      for (const { beside, deleted } of found)
        for (const edge of [beside, deleted?.start]) if (edge) cuts.add(edge.element, edge.offset);
      continue;
    }
    planned.notTrackedCount += 1;
    if (change.comment === null) continue;
    const lines = planned.notTracked.get(change.comment) ?? [];
    planned.notTracked.set(change.comment, [...lines, change.lineIfNotTracked]);
  }
  return planned;
}

/** The comments or footnotes that were anchored in the text, to be written to other parts. */
interface RewrittenText {
  comments: PreparedComment[];
  /** The numbers that claims have now, by the ids of comments that the file had. */
  newNumbers: ReadonlyMap<string, number>;
  footnotes: PreparedFootnote[];
  /** The new ids of footnotes that the file had, by their old ones. */
  newFootnoteIds: ReadonlyMap<string, number>;
  /** The parts that are to be set. */
  changed: Set<EditedStory>;
  notTracked: number;
}

/** Writes the anchors of comments or footnotes and the tracked changes of a plan into the text of a file. */
export function rewriteText(plan: WordPlan, base: WordBase, nextId: () => number): RewrittenText {
  const { main, stories, map } = base;
  const places = new TextPlaces(map, stories);
  const fields = new Map(stories.map((story) => [story, findClosedFields(story.root)]));
  const findFields = (story: EditedStory): ReadonlyMap<Element, ClosedField> =>
    fields.get(story) ?? new Map();

  const cuts = new Cuts();
  const annotations = new AnnotationPlaces(main, plan.comments, places, new NoteReferences(stories));
  const ranges = annotations.anchors.map((anchor) => getAnchorRange(anchor, main));
  const { threads } = base.document.comments;
  const earlier = findEarlierComments(plan.comments, ranges, threads, () => readCommentRanges(main));
  annotations.addCuts(cuts, findFields(main));
  const changes = planChanges(plan, new ChangeFinder(places, findFields), cuts);
  const split = new SplitRuns(cuts, nextId);

  const gaps = new Gaps(main, findFields(main), nextId);
  const opened = annotations.open(split, gaps);
  const additions = {
    nextId,
    getQuote: (index: number) => annotations.getQuote(index),
    notTracked: changes.notTracked,
  };
  const rewritten: RewrittenText = {
    ...{
      comments: [],
      newNumbers: new Map(),
      footnotes: [],
      newFootnoteIds: new Map(),
      notTracked: changes.notTrackedCount,
    },
    changed: new Set([main, ...base.undone, ...changes.tracked.map(({ story }) => story)]),
  };
  let times: (string | null)[] = [];
  if (plan.annotations === 'comments') {
    const anchors = new EarlierAnchors(main, threads);
    const prepared = prepareComments(plan, base.document.comments, earlier, additions);
    times = prepared.map(({ at }) => at);
    const located = prepared.flatMap(({ comment }, index) =>
      comment
        ? { comment, at: (comment.parent !== null && anchors.open(comment.parent, gaps)) || opened[index] }
        : [],
    );
    rewritten.newNumbers = listNewNumbers(plan.comments, earlier);
    const style = readStyleIds(base.package, main.name)('character', 'annotation reference');
    rewritten.comments = located.map(({ comment }) => comment);
    const places = located.map(({ at }) => at);
    markComments(rewritten.comments, places, main.markup, style);
  } else {
    const firstId = getNextFootnoteId(base.package);
    const lines = prepareLines(plan.comments, additions);
    rewritten.footnotes = lines.map((content, index) => ({ id: firstId + index, lines: content }));
    const createReference = createFootnoteReferences(base.package, main.name, main.root);
    markFootnotes(
      rewritten.footnotes.map(({ id }) => id),
      opened,
      createReference,
    );
    const part = stories.find(({ root }) => root.localName === 'footnotes');
    const ordered = orderFootnotes(main.root, part?.root ?? null, rewritten.footnotes);
    rewritten.footnotes = ordered.notes;
    rewritten.newFootnoteIds = ordered.newIds;
  }
  gaps.close();
  const tracker = new ChangeTracker(split, nextId);
  for (const found of changes.tracked) {
    const { comment, author, at } = found.change;
    const index = comment ?? plan.comments.findIndex((one) => one.author === author && one.at === at);
    // The time of the comment as the file has it, by which the change is recognised when it comes back.
    tracker.track({ ...found, change: { ...found.change, at: times[index] ?? at } });
  }
  tracker.finish();
  return rewritten;
}
