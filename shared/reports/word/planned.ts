import type { Texts } from '../origin/report-text';
import type { Xml } from './clean/xml';
import type * as plan from './word-plan';

/*
 * The parts of a plan while it is made: each text is one of a report, and no raw string. `word-plan.ts` describes the plan as the window
 * reads it.
 */

export type PlanRun = Texts<plan.PlanRun>;
export type PlanLine = PlanRun[];
export type AppendixBlock = Texts<plan.AppendixBlock>;
export type PlanChange = Texts<plan.PlanChange>;

/** The comment of the author's file to which a comment replies is known again by its words, and never written. */
export type PlanComment = Texts<Omit<plan.PlanComment, 'repliesTo'>> & Pick<plan.PlanComment, 'repliesTo'>;

/** The map says where the text is in the parts, and is never written either. */
export type CleanDocument = { parts: Record<string, Xml> } & Pick<plan.CleanDocument, 'map'>;

export type WordPlan = Texts<Omit<plan.WordPlan, 'base' | 'comments'>> & {
  base: Extract<plan.WordPlan['base'], { kind: 'original' }> | { kind: 'clean'; document: CleanDocument };
  comments: PlanComment[];
};
