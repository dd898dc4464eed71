import { type PlanLine, type WordPlan, wordPlanSchema } from '../../../../../shared/reports/word/word-plan';
import { reviewerFieldNames } from '../../../../../shared/reports/wording/reviewer-fields';
import { collapseWhitespace } from '../../../../../shared/text/format/wording';
import { extractWordXml } from './extract-word-xml';
import { fileHeadPart, PartCollector, type ReportPart } from './report-part';

const articlePart = 'the article';

/** The parts of a document of our own that hold the article, or lead to its links. */
const articleFiles = /^word\/(?:_rels\/)?(?:document|footnotes)\.xml/;

/** The texts of a line by the names of their parts: the words of a reviewer field have a part of their own. */
function splitLine(name: string, line: PlanLine): Map<string, string> {
  const texts = new Map([[name, '']]);
  for (const { text, field } of line) {
    const part = field === undefined ? name : `${reviewerFieldNames[field]} ${name}`;
    texts.set(part, (texts.get(part) ?? '') + text);
  }
  return texts;
}

function addLine(parts: PartCollector, name: string, line: PlanLine): void {
  for (const [part, text] of splitLine(name, line)) parts.add(part, `${text}\n`);
  for (const { href } of line) if (href !== null) parts.add(`${name}, in an attribute`, `${href}\n`, false);
}

/** Adds a line of the appendix. Words that a comment has as well are added once, because a reviewer may have to confirm each place. */
function addRepeatedLine(parts: PartCollector, name: string, line: PlanLine): void {
  for (const [part, text] of splitLine(name, line)) {
    const known = collapseWhitespace(parts.get(part).text);
    if (!known.includes(collapseWhitespace(text))) parts.add(part, `${text}\n`);
  }
  const isKnown = new Set(parts.get(`${name}, in an attribute`, false).text.split('\n'));
  for (const { href } of line)
    if (href !== null && !isKnown.has(href)) parts.add(`${name}, in an attribute`, `${href}\n`, false);
}

function addCleanDocument(parts: PartCollector, files: Readonly<Record<string, string>>): void {
  for (const [name, xml] of Object.entries(files)) {
    const { text, values } = extractWordXml(xml);
    const isArticle = articleFiles.test(name);
    if (isArticle) parts.add(articlePart, text);
    else if (/^word\/(?:header|footer)/.test(name)) parts.add('the header', text);
    else parts.add(fileHeadPart, text, false);
    parts.add(
      isArticle ? `${articlePart}, in an attribute` : fileHeadPart,
      `${[...values].join('\n')}\n`,
      false,
    );
  }
}

function addComments(parts: PartCollector, { comments, changes }: WordPlan): void {
  for (const { partName = 'the lists', lines, author, initials } of comments) {
    for (const line of lines) addLine(parts, partName, line);
    parts.add(partName, `${author}\n${initials}\n`);
  }
  for (const { text, comment, author, lineIfNotTracked } of changes) {
    const name = comments[comment ?? -1]?.partName ?? null;
    parts.add(name === null ? articlePart : `${reviewerFieldNames.correction} ${name}`, `${text}\n`);
    parts.add(name ?? articlePart, `${author}\n`);
    if (name !== null) addLine(parts, name, lineIfNotTracked);
  }
}

function addAppendix(parts: PartCollector, { appendix }: WordPlan): void {
  for (const block of appendix) {
    if (block.kind === 'heading') parts.add('the lists', `${block.text}\n`);
    else if (block.kind === 'paragraph') addRepeatedLine(parts, block.partName ?? 'the lists', block.line);
    else
      for (const [index, row] of block.rows.entries())
        for (const cell of row) addRepeatedLine(parts, block.partNames?.[index] ?? 'the lists', cell);
  }
}

/**
 * Extracts the text of the plan of a Word report by parts: all that is written of it. The author's own file is no part of the plan;
 * it is searched once the report is written. Throws when the content is no plan.
 */
export function extractWordPlanText(content: string): ReportPart[] {
  const plan = wordPlanSchema.parse(JSON.parse(content));
  const parts = new PartCollector();
  if (plan.base.kind === 'clean') addCleanDocument(parts, plan.base.document.parts);
  addComments(parts, plan);
  addAppendix(parts, plan);
  if (plan.pageLine !== null) parts.add('the header', `${plan.pageLine}\n`);
  return parts.list();
}
