import { refuseBySignature } from '../file-signatures';
import { refuseBinary, refuseEmpty, refuseUndecodable } from '../problems';
import type { ImportProblem } from '../proposal';
import { type Encoding, tryDecode } from './try-decode';

type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; problem: ImportProblem };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
const controlCharacters = /[\u0001-\u0008\u000e-\u001f\u007f]/g;

/** Encodings whose text always looks like ASCII. */
const asciiEncodings = new Set(['iso-2022-jp']);

function createDecoder(label: string): TextDecoder | null {
  try {
    // A text that is readable as ASCII up to its declaration is not UTF-16, even if it says so (HTML, 13.2.3.2).
    return new TextDecoder(/^utf-16/i.test(label) ? 'utf-8' : label);
  } catch {
    // The label names no encoding that TextDecoder knows.
    return null;
  }
}

/**
 * Decodes a text file: UTF-8 or UTF-16 by its byte order mark, else the first of UTF-8, UTF-16 and Windows-1252 (Latin-1)
 * that the bytes fit. If that is uncertain, the first label in `declared` that names an encoding is trusted, and invalid
 * sequences become U+FFFD, as in a browser. Removes the byte order mark and changes line ends to \n; nothing else changes.
 * A file that is empty, binary or in another encoding is a problem with a message that names the file.
 */
export function decodeText(name: string, bytes: Uint8Array, declared: readonly string[] = []): Decoded {
  const decoded = decodeByContent(name, bytes);
  const isUncertain = decoded.ok
    ? decoded.encoding === 'windows-1252'
    : decoded.problem.code === 'undecodable';
  const decoder = declared.map(createDecoder).find((each) => each !== null);
  if (!decoder || !(isUncertain || asciiEncodings.has(decoder.encoding))) return decoded;
  return { ok: true, text: normalizeLineEnds(decoder.decode(bytes)), encoding: 'utf-8' };
}

function decodeByContent(name: string, bytes: Uint8Array): Decoded {
  const refusal = refuseBySignature(name, bytes);
  if (refusal) return refusal;
  const attempt = tryDecode(bytes);
  if (attempt === 'binary') return refuseBinary(name);
  if ('problem' in attempt) return refuseUndecodable(name, attempt.problem);
  const text = normalizeLineEnds(attempt.text);
  if (text.trim() === '') return refuseEmpty(name);
  if (text.includes('\u0000') || (text.match(controlCharacters)?.length ?? 0) * 10 > text.length)
    return refuseBinary(name);
  return { ok: true, text, encoding: attempt.encoding };
}

/** Changes Windows and old Mac line ends to \n. */
export function normalizeLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
