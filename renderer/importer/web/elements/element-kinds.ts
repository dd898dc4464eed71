const toSet = (names: string) => new Set(names.split(' '));

/** Elements that are shown on lines of their own (HTML, 15.3); every other element is part of a line. */
export const blockElements = toSet(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section ' +
    'summary table tbody td tfoot th thead tr ul xmp',
);

/** Parts of a line that set its text in some way, or may hold text; formulas (MathML Core, 2) included. */
export const inlineElements = toSet(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr output picture q rb rp rt rtc ' +
    'ruby s samp small span strike strong sub summary sup time tt u var wbr ' +
    'math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace ' +
    'msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics',
);

/** Elements without text of the article: code, pictures, form fields, alternatives for other programs. */
export const excludedElements = toSet(
  'annotation annotation-xml applet area audio base button canvas datalist embed frame frameset head iframe img input link ' +
    'map meta meter noembed noframes noscript object param progress script select source style svg template textarea ' +
    'title track video',
);

/** Elements that keep their spaces and line breaks. */
export const preformattedElements = toSet('listing plaintext pre xmp');
