import type { ComponentType } from 'react';
import type { ReportFormat } from '../../../../shared/domain/report-options';
import type { OptionsProps } from './options-props';
import { PdfOptions } from './page-options';
import { WordOptions } from './word-options';

/** The options that only one format has; null for formats without any. */
export const formatOptions: Record<ReportFormat, ComponentType<OptionsProps> | null> = {
  docx: WordOptions,
  pdf: PdfOptions,
  html: null,
  xlsx: null,
  csv: null,
  markdown: null,
  json: null,
  webAnnotation: null,
  claimReview: null,
};
