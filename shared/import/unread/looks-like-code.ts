/** How much of a text is examined, in UTF-16 code units. */
const headLength = 20_000;

const codeLine =
  /[{}]\s*$|^[^()=<>[\]]*[()=<>[\]].*;\s*$|^\s*(?:import|from|export|def|function|class|const|let|var|public|private|return|if|for|while|else|#include|#define|package|using|namespace|\/\/|@\w+)\b.*[{}();:=]|^\s*[\w.$]+\s*(?:=|:=|\+=)\s*\S|^\s*<\/?[a-z][\w-]*[^>]*>/i;
/** A text is taken for code if at least this share of its lines, and at least this many, look like code. */
const minCodeShare = 0.5;
const minCodeLines = 4;

/** Whether most lines of a text look like code or markup, whatever its name. */
export function looksLikeCode(text: string): boolean {
  const lines = text
    .slice(0, headLength)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const count = lines.filter((line) => codeLine.test(line)).length;
  return count >= minCodeLines && count >= minCodeShare * lines.length;
}
