/**
 * Words of a language that decide where its sentences end. Each list is one string with a space between the words. An abbreviation
 * is written without its last full stop, and without the spaces inside it (`z.B` also stands for “z. B.”). One in lower case also
 * counts with a capital, as at the start of a sentence; one with a capital counts only so.
 */
export interface LanguageWords {
  /** Frequent words that start sentences, in lower case. The language of a text is guessed by them. */
  openers: string;
  /** A name or an explanation follows: the sentence goes on before any word. */
  continuing: string;
  /** A figure follows: the sentence goes on before a digit, a Roman numeral or a bracket. */
  beforeNumbers: string;
  /** They stand in the middle or at the end: the sentence goes on unless one of the openers follows. */
  undecided: string;
  /** They usually stand at the end: the sentence goes on only in lower case, or before a weekday or a time zone. */
  ending: string;
}

/** The languages with words of their own, by their subtag (BCP 47). */
export const languageWords: Readonly<Record<string, LanguageWords>> = {
  en: {
    openers:
      'the a an this that these those there here it its he she they we you i his her their our your my in on at by for from to with as ' +
      'of if when while where what who why how which after before since until because although but and or so yet then now not no nobody ' +
      'none some many most all both each every several few one two three another other more about under over during according however ' +
      'meanwhile still also only even once today yesterday is are was were do does did has have had can could would should ' +
      'officials police critics residents authorities investigators prosecutors lawmakers analysts experts researchers',
    continuing:
      'Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Hon Gov Gen Col Lt Sgt Capt Cpl Pvt Maj Cmdr Adm Sen Sens Rep Reps Pres Supt Insp Det ' +
      'Atty Mt Ft vs cf e.g i.e viz approx ca',
    beforeNumbers:
      'No Nos no nos p pp fig figs vol vols ch chap sec sect art pt par para Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ed Apt Rm Ext ' +
      'tel est v ver',
    undecided:
      'St Ave Blvd Rd Inc Ltd Co Cos Corp Bros Assn Dept Univ Jr Sr Esq al Ph.D M.D B.A M.A U.S U.K U.N D.C',
    ending:
      'etc a.m p.m Ala Ariz Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va ' +
      'Wash Wis Wyo',
  },
  de: {
    openers:
      'der die das den dem des ein eine einer einem einen es er sie wir ihr ich man dies diese dieser dieses dort hier da dann danach ' +
      'dabei dafür damals dazu davon doch aber und oder auch nur noch schon so wie was wer wo wann warum wenn weil als ob nach vor bei ' +
      'mit von aus in im am an auf zu zum zur für über unter seit bis durch gegen ohne um niemand keiner kein keine nichts alle viele ' +
      'einige mehr sein seine seinen ihre ihren nun jetzt heute gestern später zwar allerdings außerdem trotzdem inzwischen laut ist war ' +
      'sind wird hat nicht beide',
    continuing:
      'Dr Prof Dipl Ing Hr Hrn Fr Hl hl z.B d.h u.a i.d.R o.g v.a bzw vgl rd zzgl inkl exkl evtl ggf ggfs sog bspw insb insbes gem lt ' +
      'einschl ehem geb gest verh gesch zw z.Zt z.T u.U Hrsg s.a bes Frhr Bgm Reg',
    beforeNumbers:
      'Nr Nrn Art Abs S Bd Bde Kap Abb Tab Ziff Rn Rz Anm Az Tel str Str Jan Jän Febr Feb Mär Apr Jun Jul Aug Sept Sep Okt Nov Dez max min ' +
      'mind tägl Jg Aufl Par',
    undecided: 'St Mio Mrd Tsd Std ff f Chr Jh Jhd Hbf e.V n.Chr v.Chr Co ca Inh Kfz Stv stv',
    ending: 'usw etc u.v.m u.Ä u.ä o.ä o.Ä usf',
  },
  fr: {
    openers:
      'le la les l un une des du de d ce cet cette ces c il elle ils elles on nous vous je j tu son sa ses leur leurs notre votre mon ma mes ' +
      'et mais ou où donc or ni car que qui quand comment pourquoi si comme dans en à au aux sur sous par pour avec sans chez entre après ' +
      'avant depuis pendant selon puis alors ainsi enfin aussi personne rien aucun aucune tous toutes tout plusieurs quelques beaucoup ' +
      'deux trois ici là hier aujourd demain est sont ne n pas plus lors malgré cependant toutefois',
    continuing:
      'M MM Mme Mmes Mlle Mlles Dr Drs Pr Prof Me Mgr Ste av boul bd pl env cf c.-à-d p.ex cap gén col lieut cdt adj',
    beforeNumbers:
      'p pp art n no nos vol chap fig tél tel janv févr avr juill sept oct nov déc éd tab ch al réf min max av',
    undecided: 'St Cie Ets S.A suiv sq',
    ending: 'etc',
  },
  es: {
    openers:
      'el la los las un una unos unas lo al del de este esta estos estas ese esa eso esto aquel él ella ellos ellas yo tú usted nosotros se ' +
      'su sus nuestro mi y e o pero ni que qué quien quién cuando cuándo como cómo donde dónde por para con sin en a ante bajo desde ' +
      'entre hacia hasta según sobre tras si porque aunque mientras después antes entonces luego también además nadie nada ningún ninguno ' +
      'todos todo toda todas muchos muchas varios algunos dos tres hoy ayer mañana aquí allí no sí es son fue era hay ha han cerca más así',
    continuing:
      'Sr Sra Srta Sres Dr Dra Dres Prof Profa D Dña Ud Uds Vd Vds Lic Ing Arq Gral Cnel Cap Tte Sto Sta Mons Excmo Excma Ilmo Avda Av Pza ' +
      'Hno Hna Fco p.ej aprox EE FF RR',
    beforeNumbers:
      'núm núms pág págs p pp art arts cap caps vol vols fig figs tel tfno n ene feb mar abr jun jul ago sept set oct nov dic tít ' +
      'apdo inc máx mín párr',
    undecided: 'UU EE.UU S.A S.L Cía Hnos ss sig AA CC',
    ending: 'etc a.m p.m a.C d.C',
  },
  it: {
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
  },
  pt: {
    openers:
      'o a os as um uma uns umas do da dos das no na nos nas ao à aos às de em por para com sem sob sobre entre até desde após antes depois ' +
      'este esta estes estas esse essa isso isto aquele ele ela eles elas nós eu você se seu sua seus suas nosso e ou mas nem que quem ' +
      'quando como onde porque porquê qual embora enquanto segundo também ainda já então ninguém nada nenhum todos todas tudo muitos ' +
      'vários alguns dois duas três hoje ontem amanhã aqui ali não sim é são foi era há cerca mais assim pelo pela',
    continuing:
      'Sr Sra Srs Sras Srta Dr Dra Drs Dras Prof Profa Profs Eng Enga Arq D Exmo Exma V.Exa Gen Cel Cap Ten Maj Sgt Av Pe Sto Sta Mons aprox ' +
      'p.ex Gov Dep Ver Adv',
    beforeNumbers:
      'pág págs p pp art arts núm n fig figs vol cap tel jan fev mar abr mai jun jul ago set out nov dez inc máx mín séc',
    undecided: 'S.A Lda Ltda Cia R',
    ending: 'etc a.C d.C',
  },
  nl: {
    openers:
      'de het een dit dat deze die er hij zij ze we wij u je jij ik zijn haar hun ons onze mijn en maar of want dus toch ook nog al wel niet ' +
      'geen niemand niets alle veel meer enkele beide wie wat waar wanneer waarom hoe als toen omdat terwijl hoewel na voor in op aan met ' +
      'van naar uit bij door over onder sinds tot tussen tegen zonder volgens om te daar daarna daarom hier nu vandaag gisteren morgen ' +
      'later zo is was zijn waren wordt heeft had kan twee drie sommige',
    continuing:
      'dhr mevr mw mej mr mrs dr drs ir ing prof ds jhr kol kap gebr d.w.z bijv o.a m.a.w m.n i.p.v t.a.v o.l.v a.d vgl resp incl excl zgn ' +
      'evt m.b.t i.v.m n.a.v St wed mgr',
    beforeNumbers:
      'nr nrs art blz p pag fig tel hfst jan feb febr mrt apr jun jul aug sept sep okt nov dec max min vol lid par',
    undecided: 'B.V N.V V.N V.S V.O.F bv ca',
    ending: 'enz e.v e.d etc n.Chr v.Chr',
  },
  pl: {
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
  },
  sv: {
    openers:
      'den det de en ett denna detta dessa han hon vi ni jag man du hans hennes deras vår sin och men eller så att som vad vem var när varför ' +
      'hur om eftersom medan efter före sedan under över på i av till från med utan för vid mellan mot enligt inte ingen inget inga alla ' +
      'många några flera mer båda två tre här där nu då idag igår också ännu är har hade kan ska blev fick',
    continuing: 'dr prof t.ex bl.a dvs d.v.s f.d s.k fr.o.m t.o.m ca resp m.a.o jfr ev inkl exkl S:t',
    beforeNumbers: 'kl nr st sid s kap fig tab tel jan febr feb apr aug sept okt nov dec vol max min',
    undecided: 'milj mdr mkr kr tkr',
    ending: 'osv o.s.v m.m m.fl etc f.Kr e.Kr',
  },
  ru: {
    openers:
      'в во на по с со к о об от из у за для при до без под над между через после перед и а но или что чтобы как так это этот эта эти тот та те ' +
      'он она оно они мы вы я его её их наш свой не ни никто ничего все всё каждый кто где когда почему какой который если потому хотя ' +
      'тогда потом затем однако также тоже только уже ещё сегодня вчера завтра сейчас теперь был была было были есть два три там здесь',
    continuing: 'т.е т.к проф акад г-н г-жа д-р ул пр пл просп пер им и.о ген полк св',
    beforeNumbers:
      'с стр см ср гл рис табл ст п пп д корп кв т тел № янв февр апр авг сент окт нояб дек вып изд',
    undecided: 'руб коп тыс млн млрд обл',
    ending: 'т.д т.п др пр н.э гг вв кг',
  },
  el: {
    openers:
      'ο η το οι τα τον την του της των τους τις στο στη στην στον στα στις ένας μια ένα και κι αλλά ή να θα δεν μην που πως τι ποιος ποια ποιο ' +
      'πότε πού γιατί αν όταν αφού επειδή ενώ με σε από για κατά μετά πριν χωρίς μέχρι αυτός αυτή αυτό αυτά αυτοί εκείνος κανείς τίποτα όλοι ' +
      'όλα πολλοί δύο τρία εδώ εκεί τώρα χθες σήμερα αύριο όμως επίσης όχι ναι είναι ήταν έχει',
    continuing: 'κ κα κκ π.χ δηλ βλ πρβλ καθ δρ αγ λεωφ',
    beforeNumbers: 'αρ σελ τηλ τόμ κεφ εικ Ιαν Φεβ Μαρ Απρ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ',
    undecided: 'εκατ δισ χιλ Α.Ε Η.Π.Α ευρ',
    ending: 'κ.λπ κλπ κ.ά κ.ο.κ π.μ μ.μ π.Χ μ.Χ',
  },
};
