import type { ComponentType } from 'react';
import { useListedClaims } from '#renderer/window/state/review/use-session.ts';
import { SegmentedChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { SelectField } from '#renderer/window/ui/choices/select-field.tsx';
import { Checkbox } from '#renderer/window/ui/fields/field.tsx';
import { Disclosure } from '#renderer/window/ui/layout/disclosure.tsx';
import { type ClaimStatus, claimStatuses, statusLooks } from '#shared/domain/base/verdict.ts';
import { countByStatus, countOpen } from '#shared/domain/review/progress.ts';
import {
  citationStyles,
  paperSizes,
  pdfLayouts,
  type ReportChoices,
  type ReportFormat,
  reportFormatTraits,
  type WordOptions as WordChoices,
} from '#shared/domain/settings/report-options.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import styles from './export-dialog.module.css';
import {
  annotationLabels,
  baseLabels,
  describeOptions,
  layoutLabels,
  paperLabels,
  styleLabels,
} from './option-labels.ts';

interface ClaimChoiceProps {
  /** The statuses of the claims in the report. */
  selected: readonly ClaimStatus[];
  onChange: (selected: ClaimStatus[]) => void;
}

/** Which claims are in the report, by status. The last selected status cannot be deselected. */
function ClaimChoice({ selected, onChange }: ClaimChoiceProps) {
  const statuses = useListedClaims().map(({ status }) => status);
  const counts = countByStatus(statuses);
  const selectedCount = statuses.filter((status) => selected.includes(status)).length;
  const select = (status: ClaimStatus, isSelected: boolean) =>
    onChange(claimStatuses.filter((other) => (other === status ? isSelected : selected.includes(other))));
  return (
    <fieldset className={styles.claims}>
      <legend>Claims</legend>
      {claimStatuses.map((status) => (
        <Checkbox
          key={status}
          isSelected={selected.includes(status)}
          isDisabled={selected.length === 1 && selected[0] === status}
          onChange={(isSelected) => select(status, isSelected)}
        >
          {statusLooks[status].label} {formatNumber(counts[status])}
        </Checkbox>
      ))}
      {selectedCount > 0 && (
        <p className={styles.aside}>
          {formatCount(selectedCount, 'claim')} of {formatNumber(statuses.length)}.
          {countOpen(counts) > 0 && ' Open ones are shown as open.'}
        </p>
      )}
    </fieldset>
  );
}

/** Says that the report will contain no claims, beside the options, which may be folded away. */
export function NoClaimsWarning({ selected }: Pick<ClaimChoiceProps, 'selected'>) {
  const statuses = useListedClaims().map(({ status }) => status);
  if (statuses.some((status) => selected.includes(status))) return null;
  return (
    <p className={styles.warning} role="status">
      The report will contain no claims.{' '}
      {statuses.length === 0 ? 'The article has none yet.' : 'Select others in “More options”.'}
    </p>
  );
}

interface OptionsProps {
  options: ReportChoices['options'];
  /** Why a Word report can't be written into the author's file, as a sentence; null when it can, or nobody asked for it. */
  whyClean: string | null;
  onChange: (changed: Partial<ReportChoices['options']>) => void;
}

const paperOptions = paperSizes.map((paper) => ({ value: paper, label: paperLabels[paper] }));
const layoutOptions = pdfLayouts.map((layout) => ({ value: layout, label: layoutLabels[layout] }));

/** The size of the pages. */
function PaperField({ options, onChange }: OptionsProps) {
  return (
    <SelectField
      label="Paper"
      options={paperOptions}
      value={options.paper}
      onChange={(value) => onChange({ paper: paperSizes.find((paper) => paper === value) ?? options.paper })}
    />
  );
}

/** How a PDF is laid out. */
function PdfOptions(props: OptionsProps) {
  const { options, onChange } = props;
  return (
    <>
      <PaperField {...props} />
      <SelectField
        label="Layout"
        options={layoutOptions}
        value={options.layout}
        onChange={(value) =>
          onChange({ layout: pdfLayouts.find((layout) => layout === value) ?? options.layout })
        }
      />
    </>
  );
}

const bases = ['original', 'clean'] as const;
const annotationKinds = ['comments', 'footnotes'] as const;

const annotationOptions = annotationKinds.map((kind) => ({ value: kind, label: annotationLabels[kind] }));

/**
 * How a Word report is made. The public always gets a clean document, so there is nothing to choose then. Where there is no file of the
 * author, a clean document is shown as chosen; the choice itself stays for the next article.
 */
export function WordOptions(props: OptionsProps) {
  const { options, whyClean, onChange } = props;
  const { word, reader } = options;
  const base = whyClean === null ? word.base : 'clean';
  const baseOptions = bases.map((value) => ({
    value,
    label: baseLabels[value],
    isDisabled: value === 'original' && whyClean !== null,
  }));
  const change = (changed: Partial<WordChoices>) => onChange({ word: { ...word, ...changed } });
  return (
    <>
      {reader !== 'public' && (
        <>
          <SegmentedChoice
            label="Written into"
            options={baseOptions}
            value={base}
            onChange={(chosen) => change({ base: chosen })}
          />
          {whyClean !== null && <p className={styles.aside}>{whyClean}</p>}
        </>
      )}
      <SegmentedChoice
        label="Claims as"
        options={annotationOptions}
        value={word.annotations}
        onChange={(kind) => change({ annotations: kind })}
      />
      <Checkbox isSelected={word.appendix} onChange={(appendix) => change({ appendix })}>
        Append a table of the claims and the sources
      </Checkbox>
      {(base === 'clean' || reader === 'public') && <PaperField {...props} />}
    </>
  );
}

const styleOptions = citationStyles.map((style) => ({ value: style, label: styleLabels[style] }));

/** The options that only one format has. */
const formatOptions: Partial<Record<ReportFormat, ComponentType<OptionsProps>>> = {
  docx: WordOptions,
  pdf: PdfOptions,
};

interface MoreOptionsProps extends Pick<OptionsProps, 'whyClean' | 'onChange'> {
  choices: ReportChoices;
}

/**
 * Everything that an everyday export leaves as it is: which claims, notes, reviewers, the citation style, and what only the
 * chosen format has. Folded away, with one line that says what is chosen.
 */
export function MoreOptions({ choices, whyClean, onChange }: MoreOptionsProps) {
  const { format, options } = choices;
  const { reader } = options;
  const FormatOptions = formatOptions[format];
  return (
    <Disclosure label="More options" summary={describeOptions(choices, whyClean !== null)}>
      <ClaimChoice selected={options.standings} onChange={(standings) => onChange({ standings })} />
      {/* The public never gets notes, and lawyers always do. */}
      {reader === 'editor' && (
        <Checkbox isSelected={options.notes} onChange={(notes) => onChange({ notes })}>
          Include notes
        </Checkbox>
      )}
      {reader === 'public' && (
        <Checkbox isSelected={options.reviewers} onChange={(reviewers) => onChange({ reviewers })}>
          Name the reviewers
        </Checkbox>
      )}
      {reportFormatTraits[format].isWhole && (
        <SelectField
          label="Citation style"
          options={styleOptions}
          value={options.style}
          onChange={(value) =>
            onChange({ style: citationStyles.find((style) => style === value) ?? options.style })
          }
        />
      )}
      {FormatOptions && <FormatOptions options={options} whyClean={whyClean} onChange={onChange} />}
    </Disclosure>
  );
}
