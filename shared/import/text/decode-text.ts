import { refuseBySignature } from '../file-signatures';
import type { ImportNotice } from '../notices';
import { refuseBinary, refuseEmpty, refuseUndecodable } from '../problems';
import type { ImportProblem } from '../proposal';
import { decodeCertain, isDamagedUtf8 } from './encodings/certain-encoding';
import { countUnreadable, decodeAs, getEncoding } from './encodings/decode-as';
import { doubtEncoding } from './encodings/doubt-encoding';
import { guessEncoding } from './encodings/guess-encoding';
import { looksLikeWindows1252 } from './encodings/windows-1252';

/** The encoding of a text, and how it is known. */
interface DecodedText {
  text: string;
  /** As the Encoding Standard names it, or `ibm437`, `ibm850` or `ibm852`. */
  encoding: string;
  /**
   * `certain` by the bytes themselves; `declared`; `doubted` although it is declared; `assumed` because nothing is declared;
   * `corrected` because something that does not fit is; `chosen` by the reviewer.
   */
  knownBy: 'certain' | 'declared' | 'doubted' | 'assumed' | 'corrected' | 'chosen';
}

type Decoded = ({ ok: true } & DecodedText) | { ok: false; problem: ImportProblem };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
const controlCharacters = /[\u0001-\u0008\u000e-\u001f\u007f]/g;

const unreadableLabels =
  /^(?:(?:x-)?(?:unicode-1-1-)?utf-?7|hz(?:-gb-2312)?|(?:cs)?iso-?2022-?(?:kr|cn(?:-ext)?))$/i;

/**
 * Decodes a text file. The encoding is the one that the bytes leave no doubt about (`encodings/certain-encoding`), else the first
 * label in `declared` that names one in which no byte is invalid and that is not doubted (`encodings/doubt-encoding`), else a guess
 * (`encodings/guess-encoding`). A reviewer's `chosen` encoding takes precedence over all of them. Removes the byte order mark and
 * changes line ends to \n; nothing else changes. A file that is empty, binary or in no encoding that fits is a problem with a
 * message that names the file.
 */
export function decodeText(
  name: string,
  bytes: Uint8Array,
  declared: readonly string[] = [],
  chosen: string | null = null,
): Decoded {
  const refusal = refuseBySignature(name, bytes);
  if (refusal) return refusal;
  const decoded =
    decodeChosen(bytes, chosen) ??
    refuseDeclared(declared) ??
    decodeCertain(bytes) ??
    decodeUncertain(bytes, declared);
  if (decoded === 'binary') return refuseBinary(name);
  if ('problem' in decoded) return refuseUndecodable(name, decoded.problem);
  const text = normalizeLineEnds(decoded.text);
  if (text.trim() === '') return refuseEmpty(name);
  if (text.includes('\u0000') || (text.match(controlCharacters)?.length ?? 0) * 10 > text.length)
    return refuseBinary(name);
  return { ok: true, knownBy: 'certain', ...decoded, text };
}

function decodeChosen(bytes: Uint8Array, chosen: string | null): DecodedText | null {
  const encoding = chosen === null ? null : getEncoding(chosen);
  return encoding === null ? null : { text: decodeAs(bytes, encoding), encoding, knownBy: 'chosen' };
}

/** Text in these encodings is all ASCII, so it would be read as something else, and no browser decodes it. */
function refuseDeclared(declared: readonly string[]): { problem: string } | null {
  const label = declared.find((one) => unreadableLabels.test(one.trim()));
  return label === undefined ? null : { problem: `it declares the encoding ${label}, which Stet can’t read` };
}

/** Decodes bytes that more than one encoding may have written. */
function decodeUncertain(bytes: Uint8Array, declared: readonly string[]): DecodedText | { problem: string } {
  const encodings = declared.flatMap((label) => getEncoding(label) ?? []);
  for (const encoding of encodings) {
    const text = decodeAs(bytes, encoding);
    // Western is declared by many programs and servers, whatever they write.
    const fits = countUnreadable(text) === 0 && (encoding !== 'windows-1252' || looksLikeWindows1252(bytes));
    if (!fits) continue;
    const doubt = doubtEncoding(bytes, encoding, text);
    return doubt === null
      ? { text, encoding, knownBy: 'declared' }
      : { ...doubt, text: decodeAs(bytes, doubt.encoding) };
  }
  const [first] = encodings;
  const isDamaged = isDamagedUtf8(bytes, first === 'utf-8');
  if (isDamaged && first !== 'utf-8') return { problem: 'it is UTF-8 with broken characters' };
  const guessed = isDamaged ? null : guessEncoding(bytes);
  const knownBy = first === undefined ? 'assumed' : 'corrected';
  if (guessed !== null) return { text: decodeAs(bytes, guessed), encoding: guessed, knownBy };
  if (first !== undefined) return { text: decodeAs(bytes, first), encoding: first, knownBy: 'declared' };
  return { problem: 'its encoding is not declared, and none of those that Stet knows fits' };
}

const noticeKinds = {
  assumed: 'encodingAssumed',
  chosen: 'encodingChosen',
  corrected: 'encodingCorrected',
  doubted: 'encodingDoubted',
} as const;

/** The notices about an encoding that was not declared, and about bytes that are invalid in it. */
export function createEncodingNotices({ text, encoding, knownBy }: DecodedText): ImportNotice[] {
  const unreadable = knownBy === 'certain' ? 0 : countUnreadable(text);
  const notices: ImportNotice[] = [];
  if (knownBy !== 'certain' && knownBy !== 'declared')
    notices.push({ kind: noticeKinds[knownBy], count: 1, name: encoding });
  if (unreadable > 0) notices.push({ kind: 'charactersUnreadable', count: unreadable });
  return notices;
}

/** Changes Windows and old Mac line ends to \n. */
export function normalizeLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
