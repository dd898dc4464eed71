import { execFileSync } from 'node:child_process';

/** Counts the comments and tracked changes of one author that pandoc reads in a Word file. */
export function countInPandoc(file: string, author: string): { comments: number; changes: number } {
  const json = execFileSync('pandoc', ['--track-changes=all', '-f', 'docx', '-t', 'json', file], {
    maxBuffer: 1e9,
    encoding: 'utf8',
  });
  let comments = 0;
  let changes = 0;
  // Pandoc writes each as a span of a class, with its author among the attributes.
  const spans = json.matchAll(
    /"(comment-start|insertion|deletion)"\],\[((?:\["[^"]*","(?:[^"\\]|\\.)*"\],?)*)\]/g,
  );
  for (const [, kind, attributes = ''] of spans) {
    if (!attributes.includes(JSON.stringify(['author', author]))) continue;
    if (kind === 'comment-start') comments += 1;
    else changes += 1;
  }
  return { comments, changes };
}
