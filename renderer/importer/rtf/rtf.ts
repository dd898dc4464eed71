import { refuseDamaged, refuseHostile } from '../../../shared/import/problems';
import type { Flow } from '../flow/flow';
import { createFlowDraft, createSearchText } from '../flow/flow-draft';
import { getLanguage } from '../flow/language-ids';
import type { Format, InputFile, Reporter } from '../format';
import { whyTooDeep } from '../nesting';
import { TimeSlices } from '../time-slices';
import { readRtfTokens } from './read-rtf';
import { RtfReader } from './rtf-reader';

const signature = '{\\rtf';

/** The longest white space before the signature that some programs write, in bytes. */
const maxLeadingBytes = 16;

function isRtf({ bytes }: InputFile): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, maxLeadingBytes + signature.length));
  return start
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .startsWith(signature);
}

/** Reads RTF, and reports how far it is; `tooDeep` when its groups are nested deeper than in any article. */
export async function readRtf(
  bytes: Uint8Array,
  reporter: Pick<Reporter, 'reportProgress'>,
): Promise<{ flow: Flow; isCutOff: boolean } | 'tooDeep'> {
  const reader = new RtfReader();
  const state = await readRtfTokens(reader, bytes, new TimeSlices(reporter));
  if (state === 'tooDeep') return 'tooDeep';
  const blocks = reader.body.takeBlocks();
  const [longest] = Array.from(reader.languageLengths).sort(([, a], [, b]) => b - a);
  const flow: Flow = {
    blocks,
    comments: reader.comments.getThreads(),
    title: reader.body.title,
    properties: reader.properties,
    language: longest ? getLanguage(longest[0]) : null,
    counts: { ...reader.counts, struckThroughKept: reader.body.struckCount },
    beside: reader.beside,
  };
  return { flow, isCutOff: state === 'cutOff' };
}

/**
 * Rich text (RTF 1.9.1). `rtf-tokens.ts` splits it into tokens, which `read-rtf.ts` reads with `controls/` and
 * `destinations/`; `rtf-reader.ts` has the state and writes the text, `rtf-paragraphs.ts` ends paragraphs and rows,
 * `rtf-comments.ts` collects the comments.
 */
export const rtf: Format = {
  matches: isRtf,
  readDraft: async ({ origin, bytes }, reporter) => {
    const read = await readRtf(bytes, reporter);
    if (read === 'tooDeep') return refuseHostile(origin.name, whyTooDeep);
    return read.isCutOff ? refuseDamaged(origin.name) : createFlowDraft(origin, read.flow);
  },
  readText: async ({ bytes }, reporter) => {
    const read = await readRtf(bytes, reporter);
    return read === 'tooDeep'
      ? { state: 'unreadable', why: `The file ${whyTooDeep}.` }
      : createSearchText(read.flow);
  },
};
