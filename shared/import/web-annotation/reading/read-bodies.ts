import { classifyResource } from '../rules/check-body-or-target';
import { hasKey, isJsonObject, type JsonObject, listValues } from '../rules/refusal';
import type { FeatureCounts } from './feature-counts';

/** Converts HTML to its text; the caller has a parser for it. */
export type ToPlainText = (html: string) => string;

interface BodyReader {
  features: FeatureCounts;
  toPlainText: ToPlainText;
}

function readText(body: JsonObject, { toPlainText }: BodyReader): string {
  const [value] = listValues(body, 'value');
  const isHtml = listValues(body, 'format').some((format) =>
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(String(format)),
  );
  const text = (isHtml ? toPlainText(String(value)) : String(value)).trim();
  return listValues(body, 'purpose').includes('tagging') ? `Tag: ${text}` : text;
}

function getAddress(value: unknown): string {
  if (typeof value === 'string') return value;
  const [id] = isJsonObject(value) ? listValues(value, 'id') : [];
  return typeof id === 'string' ? id : '';
}

/** The text of a body: its words, or the address of what it is. */
function readBody(value: unknown, reader: BodyReader): string[] {
  if (!isJsonObject(value)) return [getAddress(value)];
  const kind = classifyResource(value, 'body');
  if (kind === 'textual') return [readText(value, reader)];
  if (kind === 'external') return [getAddress(value)];
  if (kind === 'specific') {
    for (const key of ['selector', 'state', 'styleClass', 'scope', 'renderedVia'])
      if (hasKey(value, key)) reader.features.add(`${key} of a body`);
    return [getAddress(listValues(value, 'source')[0])];
  }
  const items = listValues(value, 'items');
  if (!listValues(value, 'type').includes('Choice')) return items.flatMap((item) => readBody(item, reader));
  reader.features.add('Choice (its first item counts)');
  return readBody(items[0], reader);
}

/** Joins everything that the bodies of an annotation say, as the note of its claim; '' when they say nothing. */
export function readBodies(annotation: JsonObject, reader: BodyReader): string {
  const texts = listValues(annotation, 'body').flatMap((body) => readBody(body, reader));
  const [plain] = listValues(annotation, 'bodyValue');
  if (typeof plain === 'string') texts.push(plain.trim());
  return texts.filter((text) => text !== '').join('\n');
}
