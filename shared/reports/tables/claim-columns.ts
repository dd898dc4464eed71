import { type ClaimStatus, statusLooks } from '../../domain/verdict';
import { capitalize } from '../../text/format/end-sentence';
import { formatPlayingTime } from '../../text/format/format-playing-time';
import type { ClaimLog } from './claim-log';
import type { ClaimRow } from './log-rows';
import { formatSourceName } from './source-name';
import { type Cell, type Column, numberCell, textCell, wordsCell } from './table';

/** The glyph and the label, so that statuses differ without colour. */
function statusCell(status: ClaimStatus): Cell {
  const { glyph, label } = statusLooks[status];
  return { kind: 'status', text: `${glyph} ${label}`, status };
}

/** Whether the verdict beside it counts now, and never that verdict again. */
function getStatusCell({ claim: { standing }, isCut }: ClaimRow): Cell {
  if (isCut) return textCell('Cut');
  if (standing === 'recheck') return statusCell(standing);
  return textCell(standing === 'unchecked' ? 'Not checked' : 'Checked');
}

function getPlaceCell({ placed }: ClaimRow): Cell {
  if (!placed) return null;
  const { page, startsAtMs } = placed;
  return page === null && startsAtMs !== null ? textCell(formatPlayingTime(startsAtMs)) : numberCell(page);
}

/** The columns of the table of claims. Lawyers get one more, and the public no times. Times are written in the log's zone. */
export function createClaimColumns({ reader, timeZone }: ClaimLog): Column<ClaimRow>[] {
  const risks: Column<ClaimRow> = {
    label: 'Accepted risks',
    width: 30,
    getCell: ({ claim }) => textCell(claim.acceptedRisks),
  };
  const time: Column<ClaimRow> = {
    label: `Checked at (${timeZone})`,
    width: 18,
    getCell: ({ claim: { judged } }) => (judged?.at == null ? null : { kind: 'time', at: judged.at }),
  };
  return [
    { label: 'Claim', width: 8, getCell: ({ placed }) => numberCell(placed?.number ?? null) },
    { label: 'Words', width: 40, getCell: ({ claim }) => wordsCell(claim.words) },
    { label: 'Sentence', width: 50, getCell: ({ placed }) => wordsCell(placed?.sentence ?? null) },
    { label: 'Verdict', width: 16, getCell: ({ claim }) => statusCell(claim.verdict) },
    { label: 'Status', width: 16, getCell: getStatusCell },
    { label: 'Why to re-check', width: 30, getCell: ({ claim }) => textCell(claim.changes) },
    {
      label: 'Kind',
      width: 10,
      getCell: ({ claim }) => textCell(claim.kind === null ? null : capitalize(claim.kind)),
    },
    {
      label: 'Tags',
      width: 20,
      isOptional: true,
      getCell: ({ claim }) => textCell(claim.tags.length === 0 ? null : claim.tags.join(', ')),
    },
    { label: 'Stated by', width: 20, getCell: ({ claim }) => textCell(claim.claimant) },
    { label: 'Note', width: 40, getCell: ({ claim }) => textCell(claim.note) },
    { label: 'Correction', width: 40, getCell: ({ claim }) => textCell(claim.correction) },
    { label: 'Evidence', width: 10, getCell: ({ claim }) => numberCell(claim.evidence.length) },
    {
      label: 'First source',
      width: 40,
      getCell: ({ claim, firstSource }) =>
        textCell(firstSource ? formatSourceName(firstSource) : claim.missingEvidence),
    },
    { label: 'Checked by', width: 18, getCell: ({ claim }) => textCell(claim.judged?.by ?? null) },
    ...(reader === 'public' ? [] : [time]),
    { label: 'Page', width: 8, getCell: getPlaceCell },
    ...(reader === 'legal' ? [risks] : []),
    {
      label: 'Without a place',
      width: 24,
      isOptional: true,
      getCell: ({ whereabouts }) => textCell(whereabouts),
    },
  ];
}
