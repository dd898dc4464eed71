import { lineSchema, maxProseLength, normalizeInput, normalizeLineInput } from '../../../domain/primitives';
import type { ImportedAnnotation } from '../imported-annotations';
import { hasKey, isJsonObject, type JsonObject, listValues } from '../rules/refusal';
import type { FeatureCounts } from './feature-counts';
import { readBodies, type ToPlainText } from './read-bodies';
import { readOwnClaim } from './read-own-claim';
import { readTargets } from './read-targets';

/** Properties of an annotation that a check has no use for. */
const otherKeys = ['stylesheet', 'audience', 'rights', 'canonical', 'via'];

/** The name of an annotation's author, as far as it says more than an address. */
function readAuthor(annotation: JsonObject): string | null {
  for (const agent of listValues(annotation, 'creator'))
    if (isJsonObject(agent))
      for (const name of [...listValues(agent, 'name'), ...listValues(agent, 'nickname')]) {
        const line = lineSchema.safeParse(typeof name === 'string' ? normalizeLineInput(name) : null);
        if (line.success && line.data !== null) return line.data;
      }
  return null;
}

/** Reads an annotation that was checked, and counts what is not taken of it. */
export function readAnnotation(
  annotation: JsonObject,
  reader: { features: FeatureCounts; toPlainText: ToPlainText },
): ImportedAnnotation {
  const { features } = reader;
  const targets = readTargets(listValues(annotation, 'target'), features);
  const by = readAuthor(annotation);
  const own = readOwnClaim(annotation);
  if (own) {
    const { note, ...claim } = own;
    return { by, note, targets, own: claim };
  }
  for (const key of otherKeys) if (hasKey(annotation, key)) features.add(key);
  if (listValues(annotation, 'motivation').includes('replying'))
    features.add('replies (each is a note of its own)');
  const note = normalizeInput(readBodies(annotation, reader).slice(0, maxProseLength));
  return { by, note, targets, own: null };
}
