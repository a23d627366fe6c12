"""The words that references are made of, in English, French and Spanish, without accents.

Closed classes only: units of a text, instruments of law, prepositions. Nothing here comes from
the wording of any one document.
"""

from __future__ import annotations

import unicodedata


def fold_word(word: str) -> str:
    """Return a word in lower case, without accents."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARAGRAPH = _words("para paragraph par paragraphe parrafo parr")
PARAGRAPHS = _words("paras paragraphs pars paragraphes parrafos parrs")
UNNUMBERED = _words("unnumbered")
PREAMBLE = _words("preamble preambule preambulo")
PREAMBULAR = _words("preambular")
SUBPARAGRAPH = _words(
    "subparagraph subparagraphs subpara subparas sub-paragraph sub-paragraphs sub-para sub-paras "
    "sous-paragraphe sous-paragraphes alinea alineas subparrafo subparrafos apartado apartados "
    "inciso incisos letter letters lit littera item items sub-item sub-items point points"
)
NUMBER_SIGN = _words("no nos number numbers num nr numero numeros")
ANNEX = _words("annex appendix attachment enclosure schedule annexe anexo")
PART = _words("part")
ARTICLES = _words("the l la le les el los las")

AND = _words("and or et ou y e o u")
TO = _words("to through thru until a au al hasta")
OF = _words("of du de del des d")
IN = _words("in from within dans en")
ANNEX_TO = _words("to al au a")

DETERMINERS = ARTICLES | _words("its their our his her that said above same aforementioned")
DEICTIC = _words("this these present ce cet cette este esta presente")
PRONOUNS = _words("it this that them these those")
DOCUMENTS = _words(
    "report reports document documents text texts paper papers note notes file files summary "
    "publication study review minutes record records proceedings rapport texte "
    "informe documento texto nota acta"
)

ABOVE = _words("above supra")
BELOW = _words("below infra")
SEE = _words("see also cf")
THEREOF = _words("thereof thereto therein which whose")
IBIDEM = _words("ibid ibidem idem cit")
PRECEDING = _words("preceding previous foregoing")
AGENDA = _words("agenda")
ITEM = _words("item items sub-item sub-items subitem subitems")

STANDS = _words(
    "contained set listed reproduced found reflected recorded given presented annexed laid"
)
OUT = _words("out forth down")
OUTCOME = _words(
    "recommendation recommendations decision decisions conclusion conclusions outcome outcomes "
    "result results resolution resolutions agreement agreements"
)
"""What a meeting ends with, as it names it itself."""

INSTRUMENTS = _words(
    "convention conventions protocol protocols charter statute statutes treaty treaties covenant "
    "covenants declaration declarations agreement agreements constitution act acts law laws code "
    "codes directive directives resolution resolutions decision decisions rules regulations "
    "reference guidelines "
    "protocole protocoles charte statut traite traites pacte accord loi reglement "
    "convencion convenciones convenio convenios protocolo protocolos carta estatuto tratado "
    "tratados pacto declaracion acuerdo ley reglamento directiva resolucion resoluciones "
    "constitucion codigo"
)
PROVISIONS = _words(
    "article articles art arts rule rules regulation regulations clause clauses principle "
    "principles guideline goal target regle regles articulo articulos regla reglas principio "
    "principios principe principes"
)
CONTAINERS = _words(
    "section sections sect chapter chapters chap part parts item items page pages pp table tables "
    "figure figures footnote footnotes volume vol recommendation "
    "recommendations chapitre tableau seccion capitulo cuadro tema pagina"
)

CONNECTORS = OF | IN | AND | _words("against on the for to all its with contre contra sur sobre")
TAIL = _words(
    "in say says said mean means meant about please is are was were do does did from of on for "
    "and or versus vs with to at than recommend recommends cover covers mention "
    "mentions require requires concern concerns deal deals contain contains read reads call calls "
    "verbatim exactly again dit disent dice dicen"
)
LEAD = _words(
    "does do did is are was show me see read quote explain summarise summarize give open display "
    "print cite about compare with and versus vs of what in under to dit dice que"
)
ASKING = (
    LEAD
    | ARTICLES
    | TO
    | OF
    | IN
    | DEICTIC
    | _words(
        "s list contain contains contained content contents listed there included includes all "
        "everything whole entire full complete text tell please can could would will you i we us "
        "want like need have has its it say says said which entries entry rows items found "
        "look view at a thank thanks hello hi just only now here d ll "
        "qu est ce qui y il dans montre montrez moi nous contient contenu quoi quel quels quelle "
        "quelles affiche svp "
        "contiene contienen contenido muestra muestrame ver hay lista listar cual es por favor "
        "quiero"
    )
)

_FIRST_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: n for n, word in enumerate(_FIRST_TWENTY.split()) if n}
TENS = {word: 10 * n for n, word in enumerate(_TENS.split()) if n > 1}
