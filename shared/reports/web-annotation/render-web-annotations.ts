import type { Report } from '../model/report-model';

/** Renders the claims of a report as W3C Web Annotations, in JSON-LD. */
export function renderWebAnnotations(_report: Report): string {
  throw new Error('not built');
}
