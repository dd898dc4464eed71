import { parseSync, Visitor } from 'rolldown/utils';

/** A name or path as separate words. */
export const spaceOut = (name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_/.]/g, ' ');

const readComment = (value) =>
  value
    .replace(/^\*?/, '')
    .replace(/\n\s*\*\s*(?=\n)/g, '\n\n')
    .replace(/\n\s*\*? ?(?=\S)/g, ' ')
    .trim();

/** Strings of tests quote articles, and descriptions in the schema of JSON reports are published. */
const hasOthersStrings = /^(tests|main\/worker\/reports\/json)\//;

const textsOfComments = (comments) =>
  comments.map(({ value, start }) => ({ text: readComment(value), start }));

export const commentsOf = (file, source) => textsOfComments(parseSync(file, source).comments);

export function textsOfSource(file, source) {
  const { program, comments } = parseSync(file, source);
  const texts = textsOfComments(comments).map((comment) => ({ ...comment, isProse: true }));
  const addName = (id) => {
    if (id?.type === 'Identifier') texts.push({ text: spaceOut(id.name), start: id.start, isProse: false });
  };
  const addString = (text, start) => {
    if (/\s/.test(text) && !hasOthersStrings.test(file)) texts.push({ text, start, isProse: false });
  };
  new Visitor({
    FunctionDeclaration: ({ id }) => addName(id),
    VariableDeclarator: ({ id }) => addName(id),
    ClassDeclaration: ({ id }) => addName(id),
    TSInterfaceDeclaration: ({ id }) => addName(id),
    TSTypeAliasDeclaration: ({ id }) => addName(id),
    Literal: ({ value, start }) => typeof value === 'string' && addString(value, start),
    TemplateElement: ({ value, start }) => addString(value.cooked ?? '', start),
    JSXText: ({ value, start }) => addString(value, start),
  }).visit(program);
  return texts;
}

/** The prose of a document, a paragraph or item at a time, without code. */
export function textsOfDocument(source) {
  const prose = source.replace(/```[\s\S]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, ' '));
  return [...prose.matchAll(/(?:^|\n)[\s>*#|-]*([^\n]+(?:\n(?![\s>*#|-]*\n|\s*[-*#|]).+)*)/g)].map(
    ({ 0: all, 1: text, index }) => ({
      text: text.replace(/\s+/g, ' '),
      start: index + all.length - text.length,
      // A heading is no sentence.
      isProse: !/^\s*#/.test(all),
    }),
  );
}
