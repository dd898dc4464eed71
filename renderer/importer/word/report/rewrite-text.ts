import type { WordPlan } from '../../../../shared/reports/word/word-plan';
import type { PreparedComment } from './annotations/prepared-comment';
import {
  createFootnoteReferences,
  getNextFootnoteId,
  type PreparedFootnote,
} from './annotations/write-footnotes';
import { ChangeFinder } from './changes/change-finder';
import { planChanges } from './changes/plan-changes';
import { ChangeTracker } from './changes/track-change';
import { AnnotationPlaces } from './marks/annotation-places';
import { EarlierAnchors } from './marks/earlier-anchors';
import { Gaps } from './marks/gaps';
import { markComments, markFootnotes } from './marks/mark-annotations';
import { readStyleIds } from './markup/find-style';
import type { WordBase } from './open-base';
import { type ClosedField, findClosedFields } from './places/closed-fields';
import { NoteReferences } from './places/note-references';
import { TextPlaces } from './places/text-places';
import { prepareComments, prepareLines } from './prepare-comments';
import { Cuts } from './story/cuts';
import type { EditedStory } from './story/edited-story';
import { SplitRuns } from './story/split-runs';

/** The comments or footnotes that were anchored in the text, to be written to other parts. */
interface RewrittenText {
  comments: PreparedComment[];
  footnotes: PreparedFootnote[];
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
    ...{ comments: [], footnotes: [], notTracked: changes.notTrackedCount },
    changed: new Set([main, ...changes.tracked.map(({ story }) => story)]),
  };
  if (plan.annotations === 'comments') {
    const earlier = new EarlierAnchors(main);
    const located = prepareComments(plan.comments, base.document.comments, additions).flatMap(
      (comment, index) =>
        comment
          ? { comment, at: (comment.parent !== null && earlier.open(comment.parent, gaps)) || opened[index] }
          : [],
    );
    const style = readStyleIds(base.package, main.name)('character', 'annotation reference');
    rewritten.comments = located.map(({ comment }) => comment);
    const anchors = located.map(({ at }) => at);
    markComments(rewritten.comments, anchors, main.markup, style);
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
  }
  gaps.close();
  const tracker = new ChangeTracker(split, nextId);
  for (const change of changes.tracked) tracker.track(change);
  tracker.finish();
  return rewritten;
}
