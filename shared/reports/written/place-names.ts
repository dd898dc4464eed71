import { mainTextPlace } from './find-leaks-in-package';
import type { PackagePlace } from './package-texts';

type Place = Pick<PackagePlace, 'name' | 'kind'>;

const text = (name: string): Place => ({ name, kind: 'text' });
const hidden = (name: string): Place => ({ name, kind: 'hidden' });

/** How the parts of Office files are named for a person; the first pattern that matches a part's name counts. */
const places: readonly [RegExp, Place][] = [
  [/^word\/document\d*\.xml$/, text(mainTextPlace)],
  [/^word\/comments[^/]*\.xml$/, text('a comment')],
  [/^word\/(foot|end)notes\.xml$/, text('a note of the text')],
  [/^word\/(header|footer)\d*\.xml$/, hidden('a page header or footer')],
  [/^word\/glossary\//, hidden('the building blocks of the file')],
  [/^word\/people\.xml$/, hidden('the list of people in the file')],
  [/^(word|xl)\/(\w+settings|settings)\.xml$/i, hidden('the settings of the file')],
  [
    /^(word|xl|ppt)\/(styles|numbering|fonttable|styleswitheffects|theme\/.*)(\.xml)?$/i,
    hidden('the styles of the file'),
  ],
  [/^xl\/(sharedstrings|worksheets\/.*)\.xml$/i, text(mainTextPlace)],
  [/^xl\/(comments|threadedcomments)/i, text('a comment')],
  [/^docprops\/thumbnail/i, hidden('the thumbnail of the file')],
  [/^docprops\//i, hidden('the properties of the file')],
  [/^customxml\//i, hidden('the custom data of the file')],
  [/\.rels$/i, hidden('a link or path in the file')],
  [/vba|macro|activex/i, hidden('a macro of the file')],
  [/embeddings\//i, hidden('an embedded file')],
  [/media\/|\.(png|jpe?g|gif|emf|wmf|tiff?|bmp|svg)$/i, hidden('a picture in the file')],
];

/** The name of a part's place, and whether readers read it. */
export function getPlace(partName: string): Place {
  return places.find(([pattern]) => pattern.test(partName))?.[1] ?? hidden('another part of the file');
}
