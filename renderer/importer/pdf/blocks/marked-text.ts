import type { Mark } from '../../../../shared/domain/draft';
import type { Run } from '../lines/runs';

/** TeX sets some accents as letters of their own, before the letter that bears them. */
const loose = /([\u00a8\u02c6\u02dc\u02c7])([aeiouy\u0131])/gi;
const combining: Record<string, string> = {
  '\u00a8': '\u0308',
  '\u02c6': '\u0302',
  '\u02dc': '\u0303',
  '\u02c7': '\u030c',
};
const ligatures = /[\ufb00-\ufb06]/g;

/** The text of runs with single spaces and none at its ends, and its marks; `targetOf` says which note a reference calls. */
export function marked(
  runs: readonly Run[],
  targetOf: (ref: string) => string | null,
): { text: string; marks: Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  for (const run of runs) {
    const start = text.length;
    const target = run.ref === null ? null : targetOf(run.ref);
    text = squeezed(text, target === null ? whole(run.text) : bracketed(run.text));
    const at = {
      start: start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0),
      end: text.trimEnd().length,
    };
    if (at.start >= at.end) continue;
    if (run.look.bold) extend(marks, text, { kind: 'bold', href: null, target: null, ...at });
    if (run.look.italic) extend(marks, text, { kind: 'italic', href: null, target: null, ...at });
    if (run.look.href !== null)
      extend(marks, text, { kind: 'link', href: run.look.href, target: null, ...at });
    if (target !== null) marks.push({ kind: 'noteRef', href: null, target, ...at });
  }
  return { text: text.trimEnd(), marks: marks.toSorted((a, b) => a.start - b.start) };
}

/** In brackets, so that no figure of the text seems to go on with the number of a note. */
function bracketed(ref: string): string {
  return ref.replace(/\S+/, '[$&]');
}

function whole(text: string): string {
  return text
    .replace(ligatures, (letter) => letter.normalize('NFKC'))
    .replace(loose, (_both, accent: string, letter: string) =>
      (letter.replace('\u0131', 'i') + (combining[accent] ?? '')).normalize('NFC'),
    );
}

/** More text after what there is; spaces beside a break or another space are left out. */
function squeezed(text: string, more: string): string {
  let all = text;
  for (const part of more.split(/([\t\n]|[^\S\t\n]+)/)) {
    if (part === '') continue;
    if (/^[\t\n]/.test(part)) all = all === '' ? '' : all.replace(/ $/, '') + part;
    else if (/^\s/.test(part)) all += all === '' || /\s$/.test(all) ? '' : ' ';
    else all += part;
  }
  return all;
}

/** A mark that goes on where the last of its kind ended, but for spaces, is one with it. */
function extend(marks: Mark[], text: string, mark: Mark): void {
  const last = marks.findLast(({ kind }) => kind === mark.kind);
  if (last && last.href === mark.href && text.slice(last.end, mark.start).trim() === '') last.end = mark.end;
  else marks.push(mark);
}
