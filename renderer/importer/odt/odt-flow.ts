import type { ZipFault } from '../../../shared/bytes/zip/checked-entries';
import { collapseWhitespace } from '../../../shared/text/format/collapse-whitespace';
import type { Flow } from '../flow/flow';
import { TooDeepError, whyTooDeep } from '../nesting';
import { findChild } from '../xml';
import { readOdtBlocks } from './odt-body';
import { readOdtComments } from './odt-comments';
import { readOdtControls } from './odt-controls';
import type { OdtDocument } from './odt-document';
import { OdtLists } from './odt-lists';
import { OdtReader } from './odt-reader';
import { OdtStyles } from './odt-styles';

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
export function readOdtFlow({ body, styleRoots, meta }: OdtDocument): ReadFlow {
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
