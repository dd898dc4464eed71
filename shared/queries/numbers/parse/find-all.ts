/**
 * All matches of a global expression, in order. Unlike `String.matchAll` it does not copy the expression, which takes longer than
 * searching a sentence does.
 */
export function findAll(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return matches;
}
