import type { ZipFault } from '../../../shared/bytes/zip/checked-entries';
import type { ImportResult } from '../../../shared/import/proposal';
import { collapseWhitespace } from '../../../shared/text/format/wording';
import type { Flow } from '../flow/flow';
import { createFlowDraft, createSearchText } from '../flow/flow-draft';
import type { Format, InputFile } from '../format';
import { TooDeepError, whyTooDeep } from '../nesting';
import { refuseZipFault } from '../word/word-problems';
import { findChild } from '../xml';
import { readOdtBlocks } from './odt-body';
import { isFlatOdt, isOdt, type OdtDocument, openOdt } from './odt-document';
import { OdtReader, readOdtComments, readOdtControls } from './odt-reader';
import { OdtLists, OdtStyles } from './odt-styles';

type ReadFlow = { ok: true; flow: Flow } | { ok: false; fault: ZipFault };

/** The paragraphs of each page header and footer that has any words: the children of page styles. */
function readPageLines(roots: readonly Element[]): string[][] {
  return roots
    .flatMap((root) => Array.from(root.querySelectorAll('master-page > *')))
    .map((part) =>
      Array.from(part.querySelectorAll('p'), ({ textContent }) => collapseWhitespace(textContent ?? '')),
    )
    .filter((texts) => texts.some((text) => text !== ''));
}

/** Reads an OpenDocument text: its blocks with tracked changes accepted, and its comments. */
function readOdtFlow({ body, styleRoots, meta }: OdtDocument): ReadFlow {
  const styles = new OdtStyles(styleRoots);
  const comments = readOdtComments(body);
  const reader = new OdtReader(
    styles,
    new OdtLists(styleRoots),
    comments,
    readOdtControls(body),
    readOdtBlocks,
  );
  try {
    readOdtBlocks(reader, body);
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    return { ok: false, fault: { kind: 'hostile', why: whyTooDeep } };
  }
  const blocks = reader.writer.takeBlocks();
  const pageLines = readPageLines(styleRoots);
  const readMeta = (name: string) => collapseWhitespace(findChild(meta, name)?.textContent ?? '');
  const flow: Flow = {
    blocks,
    comments: comments.threads,
    title: reader.writer.title,
    // The creator is who saved it last.
    properties: { title: readMeta('title'), creator: readMeta('initial-creator') || readMeta('creator') },
    language: styles.language,
    counts: {
      ...reader.counts,
      struckThroughKept: reader.writer.struckCount,
      changesAccepted: body.querySelectorAll('changed-region').length,
      pageLinesLeftOut: pageLines.length,
    },
    beside: pageLines.flat(),
  };
  return { ok: true, flow };
}

/**
 * OpenDocument text (ODF 1.3), in a zip (.odt) or as one XML file (.fodt). The stages:
 * 1. `odt-document.ts` checks and unpacks the zip, and parses its parts.
 * 2. `odt-body.ts` reads the blocks, with the rules of `odt-styles.ts`; `odt-reader.ts` has the state, comments and controls.
 * 3. `../flow/flow-draft.ts` makes a draft of the blocks and comments.
 */
export const odt: Format = {
  matches: (file) => isOdt(file) || isFlatOdt(file),
  readDraft: (file): ImportResult => {
    const opened = openOdt(file);
    if (!opened.ok) return refuseZipFault(file.origin.name, opened.fault);
    const flow = readOdtFlow(opened.document);
    if (!flow.ok) return refuseZipFault(file.origin.name, flow.fault);
    const result = createFlowDraft(file.origin, flow.flow);
    if (result.ok) result.notices.push(...opened.document.encodingNotices);
    return result;
  },
  readText: (file: InputFile) => {
    const opened = openOdt(file);
    const flow = opened.ok ? readOdtFlow(opened.document) : opened;
    return flow.ok ? createSearchText(flow.flow) : { state: 'unreadable', why: explainFault(flow.fault) };
  },
};

function explainFault(fault: ZipFault): string {
  if (fault.kind === 'protected') return 'The file is protected by a password.';
  return fault.kind === 'damaged' ? 'The file is damaged.' : `The file ${fault.why}.`;
}
