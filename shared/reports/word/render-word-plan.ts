import type { Report } from '../model/report-model';
import type { WordBase } from './word-base';

/**
 * Renders the plan of a Word report (`word-plan.ts`) as JSON: comments, tracked changes and an appendix, which the sandboxed window
 * writes into the author's file. Without a base, they are written into a clean document, which is part of the plan.
 */
export function renderWordPlan(_report: Report, _base: WordBase | undefined): string {
  throw new Error('not built');
}
