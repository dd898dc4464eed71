import type { KnownNames } from './plant-errors';
import type { Article } from './read-articles';

/** Months, days and the like, which English writes with a capital letter. */
const dates = new Set(
  'January February March April June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
    ' ',
  ),
);

/** The words that all articles together write with a capital letter within sentences, and never without one. */
export function learnEnglishNames(articles: readonly Article[]): KnownNames {
  const all = articles.map(({ draft }) => draft.text).join('\n');
  const lower = new Set(all.match(/(?<![\p{L}\p{N}])\p{Ll}{4,}/gu));
  const within = new Set(all.match(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{4,}/gu));
  const isForm = (word: string) =>
    [word, word.replace(/(?:s|ing|ed|er)$/, '')].some((form) => lower.has(form));
  return { isName: (word) => within.has(word) && !dates.has(word) && !isForm(word.toLowerCase()) };
}

/** The persons and places of our own German articles, because in German a capital letter makes no name. */
const germanNames = new Set(
  `Kelderhaven Tönnsen Bredensiel Harksen Kattwinkel Lorentzen Nordlicht Wesselrode Trautwein Quandt Pfeilsticker Hohenlinde Semmelhack
  Osterhag Altenmoor Sielaff Dombrowski Gramzow Wischnewski Blohm Hülsmann Rabenau Tiefensee Eberstein Vossberg Prillwitz Zschoche
  Sondershagen Harnisch Freienwerder Bergius Achternbusch Kolokotronis Lüttenhagen Möllendorf Petrich Krakendorf Schmiedeke Uthoff
  Grünwedel Steinkühler Ottenrode Wachholz Taubenheim Niederwarnitz Rettig Görlsdorf Zimmerling Stegemann Nowotny`.split(
    /\s+/,
  ),
);

export const germanKnownNames: KnownNames = { isName: (word) => germanNames.has(word) };
