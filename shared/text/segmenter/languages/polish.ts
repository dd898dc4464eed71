import type { LanguageWords } from './language-words';

export const polish: LanguageWords = {
  openers:
    'w we z ze na do od po o u i a ale lub czy oraz że to ten ta te ci tej tego tym tych tam tu on ona ono oni one my wy ja jego jej ich nasz ' +
    'swój się nie nikt nic żaden wszyscy wszystkie wszystko każdy kto co gdzie kiedy dlaczego jak jaki który która które gdy jeśli jeżeli ' +
    'ponieważ choć dla przez przed za nad pod przy bez między według podczas potem następnie jednak także też tylko już jeszcze dziś ' +
    'wczoraj jutro teraz jest są był była było były ma dwa dwie trzy obecnie natomiast',
  continuing:
    'prof inż mgr hab gen płk ppłk mjr kpt por sierż ks św bp abp kard ul al pl os tzw tzn tj np m.in wg ok im red woj tow lek Sp dyr kpr ' +
    'zw ob ds',
  beforeNumbers: 'godz nr art ust pkt str s rozdz tab rys zob tel poz par lit t z vol',
  undecided: 'proc tys mln mld o.o S.A pn gr cd',
  ending: 'itd itp n.e p.n.e',
};
