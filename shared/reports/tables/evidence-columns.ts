import { stanceLabels } from '../../domain/evidence';
import { sourceKindLabels } from '../../domain/source';
import { canOpenUrl, toBrowserUrl } from '../../domain/url';
import { capitalize, endSentence } from '../../text/format/end-sentence';
import { formatFileSize } from '../../text/format/format-file-size';
import type { ClaimLog, LogSource } from './claim-log';
import type { EvidenceRow } from './log-rows';
import { formatSourceName } from './source-name';
import { type Cell, type Column, dateCell, numberCell, textCell, wordsCell } from './table';

type NamedSource = Extract<LogSource, { confidential: false }>;

/** An address as a link, if it is one that may be opened; else as text. */
function linkCell(url: string | null): Cell {
  if (url === null || !canOpenUrl(url)) return textCell(url);
  const href = toBrowserUrl(url);
  return { kind: 'link', text: href, href };
}

function describeFiles({ files }: NamedSource): string {
  return files
    .map(({ name, bytes, sha256 }) => `${name}, ${formatFileSize(bytes)}, SHA-256 ${sha256}`)
    .join('\n');
}

function describeStanding({ standing, standingReason }: NamedSource): string | null {
  if (standing === null) return null;
  return [`${capitalize(standing)}.`, standingReason === null ? '' : endSentence(standingReason)]
    .join(' ')
    .trim();
}

/** A column that is empty for a confidential source. */
function sourceColumn(
  label: string,
  width: number,
  getCell: (source: NamedSource) => Cell,
): Column<EvidenceRow> {
  return { label, width, getCell: ({ source }) => (source.confidential ? null : getCell(source)) };
}

/** The columns that only a log for lawyers has. */
const columnsForLawyers: readonly Column<EvidenceRow>[] = [
  sourceColumn('Confidential', 12, ({ isForLawyersOnly }) =>
    textCell(isForLawyersOnly ? 'Confidential' : null),
  ),
  sourceColumn('Contact', 30, ({ contact }) => textCell(contact)),
];

/** The columns of the table of evidence. */
export function createEvidenceColumns({ reader }: ClaimLog): Column<EvidenceRow>[] {
  return [
    { label: 'Claim', width: 8, getCell: ({ row }) => numberCell(row.placed?.number ?? null) },
    { label: 'Words of the claim', width: 40, getCell: ({ row }) => wordsCell(row.claim.words) },
    { label: 'Stance', width: 10, getCell: ({ evidence }) => textCell(stanceLabels[evidence.stance]) },
    { label: 'Source', width: 8, getCell: ({ evidence }) => numberCell(evidence.source) },
    { label: 'Citation', width: 50, getCell: ({ source }) => textCell(formatSourceName(source)) },
    sourceColumn('Title', 30, ({ title }) => textCell(title)),
    sourceColumn('Kind', 12, ({ kind }) => textCell(sourceKindLabels[kind])),
    sourceColumn('Primary', 12, ({ primacy }) => textCell(primacy === null ? null : capitalize(primacy))),
    { label: 'Locator', width: 16, getCell: ({ evidence }) => textCell(evidence.locator) },
    { label: 'Quote', width: 50, getCell: ({ evidence }) => textCell(evidence.quote) },
    { label: 'Note', width: 40, getCell: ({ evidence }) => textCell(evidence.note) },
    sourceColumn('Details', 30, ({ details }) => textCell(details)),
    sourceColumn('Address', 36, ({ url }) => linkCell(url)),
    sourceColumn('Archive', 36, ({ archiveUrl }) => linkCell(archiveUrl)),
    sourceColumn('Published', 12, ({ publishedAt }) => dateCell(publishedAt)),
    sourceColumn('Accessed', 12, ({ accessedAt }) => dateCell(accessedAt)),
    sourceColumn('Files', 36, (source) => textCell(describeFiles(source))),
    sourceColumn('Standing', 30, (source) => textCell(describeStanding(source))),
    ...(reader === 'legal' ? columnsForLawyers : []),
    {
      label: 'Without a place',
      width: 24,
      isOptional: true,
      getCell: ({ row }) => textCell(row.whereabouts),
    },
  ];
}
