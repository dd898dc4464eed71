import type { ReportChoices } from '../../../../shared/domain/report-options';

export interface OptionsProps {
  options: ReportChoices['options'];
  onChange: (changed: Partial<ReportChoices['options']>) => void;
}
