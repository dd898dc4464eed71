import type { ReportChoices } from '../../../../shared/domain/report-options';

export interface OptionsProps {
  options: ReportChoices['options'];
  /** Why a Word report can't be written into the author's file, as a sentence; null when it can, or nobody asked for it. */
  whyClean: string | null;
  onChange: (changed: Partial<ReportChoices['options']>) => void;
}
