import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import { readPlainText } from '../../../shared/import/text/plain-text';

/** The text of a message, part by part. */
interface MailText {
  blocks: ImportedBlock[];
  hasSignature: boolean;
}

type PartKind = 'article' | 'quote' | 'signature';

interface Part {
  kind: PartKind;
  /** How often the text was quoted. */
  depth: number;
  lines: string[];
}

/** The line before a signature; many programs lose the space at its end. */
const signatureStart = /^-- ?$/;
/** A signature with more lines, or more UTF-16 code units in them, is text after a line of dashes. */
const maxSignatureLines = 12;
const maxSignatureLength = 1_000;

const quoteMarks = /^(?: ?>)+ ?/;

/** Greetings, which read like a headline. */
const greeting =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|liebe[rs]?|hallo|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|bonjour|bonsoir|salut|ch(?:er|ère)s?|hola|estimad[oa]s?|querid[oa]s?|buen[oa]s|ciao|car[oaie]|gentil[ei]|olá|prezad[oa]s?|beste|geachte|kære|kjære|hej|hei|bästa|drogi|droga|szanown[aiy]\S*|cześć|добрый (?:день|вечер)|здравствуйте|привет|уважаем\S+)(?:[ ,!:]|$)/iu;
const maxGreetingWords = 6;

const isGreeting = (line: string) =>
  greeting.test(line.trim()) && line.trim().split(/\s+/).length <= maxGreetingWords;

/** The index of the line that begins the signature; the number of lines when there is none. */
function findSignature(lines: readonly string[]): number {
  const start = lines.findLastIndex((line) => signatureStart.test(line));
  const filled = lines.slice(start + 1).filter((line) => line.trim() !== '' && !line.startsWith('>'));
  const isShort = filled.length <= maxSignatureLines && filled.join('\n').length <= maxSignatureLength;
  return start > 0 && filled.length > 0 && isShort ? start : lines.length;
}

/** Divides a text where a quotation or the signature begins or ends. Blank lines belong to the part before them. */
function divide(lines: readonly string[]): Part[] {
  const signature = findSignature(lines);
  const parts: Part[] = [];
  for (const [index, line] of lines.entries()) {
    const depth = quoteMarks.exec(line)?.[0].replace(/[^>]/g, '').length ?? 0;
    const kind: PartKind = depth > 0 ? 'quote' : index >= signature ? 'signature' : 'article';
    const last = parts.at(-1);
    const isSame = last?.kind === kind && last.depth === depth;
    if (last && (isSame || line.trim() === '')) last.lines.push(line.replace(quoteMarks, ''));
    else parts.push({ kind, depth, lines: [line.replace(quoteMarks, '')] });
  }
  return parts;
}

const splitAtBlankLines = (text: string) =>
  text.split(/\n(?:[^\S\n]*\n)+/).flatMap((part) => (part.trim() === '' ? [] : [part.replace(/\n$/, '')]));

function readPart({ kind, lines }: Part, isFirst: boolean): ImportedBlock[] {
  const text = lines.join('\n');
  // The lines of a signature stay together, as those of an address.
  if (kind === 'signature')
    return splitAtBlankLines(text).map((part) => ({ kind: 'paragraph', level: null, text: part, marks: [] }));
  const blocks = readPlainText(text);
  const keepsHeadline = kind === 'article' && isFirst && !isGreeting(blocks[0]?.text ?? '');
  return blocks.map((block) => {
    const isHeadline = block.kind === 'heading';
    if (isHeadline && keepsHeadline) return block;
    if (kind === 'quote' && (isHeadline || block.kind === 'paragraph'))
      return { ...block, kind: 'quote', level: null };
    return isHeadline ? { ...block, kind: 'paragraph', level: null } : block;
  });
}

/**
 * Reads the plain text of a message whose line ends are \n: lines that it quotes from an earlier one (RFC 3676, 4.5) are quotes
 * without their marks, and its signature (4.3) is a block of its own. A text that is quoted as a whole is an article that was sent
 * on.
 */
export function readMailText(text: string): MailText {
  const lines = text.split('\n');
  const isQuotedWhole = lines.every((line) => line.trim() === '' || quoteMarks.test(line));
  if (isQuotedWhole) return { blocks: readPlainText(text), hasSignature: false };
  const parts = divide(lines);
  return {
    blocks: parts.flatMap((part, index) => readPart(part, index === 0)),
    hasSignature: parts.some(({ kind }) => kind === 'signature'),
  };
}
