import type { LanguageWords } from './language-words';

export const italian: LanguageWords = {
  openers:
    'il lo la i gli le l un uno una del della dei delle degli dal dalla nel nella nei al alla ai alle sul sulla questo questa questi queste ' +
    'quello quella quel egli lui lei loro noi voi io si suo sua suoi sue e ed ma o che chi quando come dove perché se anche non nessuno ' +
    'niente nulla ogni tutti tutte tutto molti alcuni due tre in a da di con su per tra fra dopo prima poi allora intanto secondo oggi ' +
    'ieri domani qui è sono era ha hanno così più già ora circa però inoltre tuttavia',
  continuing:
    'sig sigg sig.ra sig.na sigra dott dott.ssa dottssa dr prof prof.ssa profssa avv ing on arch geom rag gen col sen mons v.le p.zza c.so l.go ' +
    'f.lli cfr es p.es cav comm cap.no dir ten mar.llo S SS',
  beforeNumbers:
    'n nn art artt pag pagg p pp cap capp tab fig figg vol tel gen feb mar apr mag giu lug ago set sett ott nov dic par lett all max',
  undecided: 'min cap S.p.A S.r.l ca seg segg Co St soc',
  ending: 'ecc etc a.C d.C',
};
