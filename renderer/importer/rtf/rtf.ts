import { refuseDamaged, refuseHostile } from '../../../shared/import/problems';
import type { Flow } from '../flow/flow';
import { createFlowDraft } from '../flow/flow-draft';
import { createSearchText } from '../flow/flow-search-text';
import { getLanguage } from '../flow/language-ids';
import type { Format, InputFile } from '../format';
import { whyTooDeep } from '../nesting';
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

/** Reads RTF; `tooDeep` when its groups are nested deeper than in any article. */
export function readRtf(bytes: Uint8Array): { flow: Flow; isCutOff: boolean } | 'tooDeep' {
  const reader = new RtfReader();
  const state = readRtfTokens(reader, bytes);
  if (state === 'tooDeep') return 'tooDeep';
  const blocks = reader.body.takeBlocks();
  const [longest] = Array.from(reader.languageLengths).sort(([, a], [, b]) => b - a);
  const flow: Flow = {
    blocks,
    comments: reader.comments.getThreads(),
    title: reader.body.title,
    properties: reader.properties,
    language: longest ? getLanguage(longest[0]) : null,
    counts: reader.counts,
    beside: reader.beside,
  };
  return { flow, isCutOff: state === 'cutOff' };
}

/**
 * Rich text (RTF 1.9.1). `rtf-tokens.ts` splits it into tokens, which `read-rtf.ts` reads with `controls.ts` and
 * `destinations.ts`; `rtf-reader.ts` has the state and writes the text, `rtf-comments.ts` collects the comments.
 */
export const rtf: Format = {
  matches: isRtf,
  readDraft: ({ origin, bytes }) => {
    const read = readRtf(bytes);
    if (read === 'tooDeep') return refuseHostile(origin.name, whyTooDeep);
    return read.isCutOff ? refuseDamaged(origin.name) : createFlowDraft(origin, read.flow);
  },
  readText: ({ bytes }) => {
    const read = readRtf(bytes);
    return read === 'tooDeep'
      ? { state: 'unreadable', why: `The file ${whyTooDeep}.` }
      : createSearchText(read.flow);
  },
};
