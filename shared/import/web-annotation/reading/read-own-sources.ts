import { z } from 'zod';
import { sourceSchema } from '../../../domain/source';
import type { OwnSource } from '../imported-annotations';
import type { JsonObject } from '../rules/refusal';

const { shape } = sourceSchema;

const ownSourceSchema = z.looseObject({
  'stet:number': z.int().positive(),
  'stet:kind': shape.kind,
  'stet:title': shape.title,
  'stet:author': shape.author,
  'stet:publisher': shape.publisher,
  'stet:publishedAt': shape.publishedAt,
  'stet:accessedAt': shape.accessedAt,
  'stet:url': shape.url,
  'stet:archiveUrl': shape.archiveUrl,
  /** Only a file for lawyers has these: it names confidential sources, which stay so. */
  'stet:contact': shape.contact.default(null),
  'stet:isConfidential': z.boolean().default(false),
  'stet:primary': shape.primary,
  'stet:secondary': shape.secondary,
  /** Files of earlier versions say `good`. */
  'stet:standing': shape.standing.default('good'),
  'stet:standingReason': shape.standingReason,
  'stet:standingSince': shape.standingSince,
  'stet:derivedFrom': z.int().positive().nullable(),
});

/** Reads the list of sources of our own file. Confidential ones, of which it says nothing, and any that can't be read are left out. */
export function readOwnSources(file: JsonObject): OwnSource[] {
  const listed = file['stet:sources'];
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((value): OwnSource[] => {
    const source = ownSourceSchema.safeParse(value);
    if (!source.success) return [];
    const { data } = source;
    return [
      {
        number: data['stet:number'],
        kind: data['stet:kind'],
        title: data['stet:title'],
        author: data['stet:author'],
        publisher: data['stet:publisher'],
        publishedAt: data['stet:publishedAt'],
        accessedAt: data['stet:accessedAt'],
        url: data['stet:url'],
        archiveUrl: data['stet:archiveUrl'],
        contact: data['stet:contact'],
        // No report prints it.
        alsoHide: null,
        confidential: data['stet:isConfidential'],
        primary: data['stet:primary'],
        secondary: data['stet:secondary'],
        standing: data['stet:standing'],
        standingReason: data['stet:standingReason'],
        standingSince: data['stet:standingSince'],
        derivedFrom: data['stet:derivedFrom'],
      },
    ];
  });
}
