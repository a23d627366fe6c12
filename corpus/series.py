"""The bodies behind the series symbols of United Nations documents.

A document symbol begins with its series: ``E/CN.6/2025/3`` belongs to the Commission on the Status
of Women, which reports to the Economic and Social Council. The table is taken from the United
Nations' own lists: "United Nations Document Series Symbols, 1946-1996" (ST/LIB/SER.B/5/Rev.5) and
the research guide "UN Documentation: Document Symbols" of the Dag Hammarskjöld Library
(https://research.un.org/en/docs/symbols). Series that are not listed have their body from the
document's masthead.
"""

from __future__ import annotations

import re

_UNDP = (
    "Executive Board of the United Nations Development Programme, the United Nations Population "
    "Fund and the United Nations Office for Project Services"
)
_CTOC = (
    "Conference of the Parties to the United Nations Convention against Transnational Organized "
    "Crime"
)
_UNWOMEN = (
    "Executive Board of the United Nations Entity for Gender Equality and the Empowerment of Women"
)

BODIES = {
    "A": "General Assembly",
    "A/AC.96": "Executive Committee of the High Commissioner's Programme",
    "A/AC.105": "Committee on the Peaceful Uses of Outer Space",
    "A/AC.109": "Special Committee on the Situation with regard to the Implementation of the "
    "Declaration on the Granting of Independence to Colonial Countries and Peoples",
    "A/AC.121": "Special Committee on Peacekeeping Operations",
    "A/AC.172": "Committee on Conferences",
    "A/AC.182": "Special Committee on the Charter of the United Nations and on the Strengthening "
    "of the Role of the Organization",
    "A/AC.183": "Committee on the Exercise of the Inalienable Rights of the Palestinian People",
    "A/AC.198": "Committee on Information",
    "A/BUR": "General Committee",
    "A/C.1": "First Committee",
    "A/C.2": "Second Committee",
    "A/C.3": "Third Committee",
    "A/C.4": "Special Political and Decolonization Committee (Fourth Committee)",
    "A/C.5": "Fifth Committee",
    "A/C.6": "Sixth Committee",
    "A/CN.4": "International Law Commission",
    "A/CN.9": "United Nations Commission on International Trade Law",
    "A/CN.10": "Disarmament Commission",
    "A/HRC": "Human Rights Council",
    "A/HRC/AC": "Advisory Committee",
    "A/HRC/WG.6": "Working Group on the Universal Periodic Review",
    "CAC/COSP": "Conference of the States Parties to the United Nations Convention against "
    "Corruption",
    "CAT/C": "Committee against Torture",
    "CAT/OP": "Subcommittee on Prevention of Torture and Other Cruel, Inhuman or Degrading "
    "Treatment or Punishment",
    "CBD/COP": "Conference of the Parties to the Convention on Biological Diversity",
    "CCPR/C": "Human Rights Committee",
    "CD": "Conference on Disarmament",
    "CED/C": "Committee on Enforced Disappearances",
    "CEDAW/C": "Committee on the Elimination of Discrimination against Women",
    "CERD/C": "Committee on the Elimination of Racial Discrimination",
    "CLCS": "Commission on the Limits of the Continental Shelf",
    "CMW/C": "Committee on the Protection of the Rights of All Migrant Workers and Members of "
    "Their Families",
    "CRC/C": "Committee on the Rights of the Child",
    "CRPD/C": "Committee on the Rights of Persons with Disabilities",
    "CTOC/COP": _CTOC,
    "CTOC/COP/WG.2": "Working Group of Government Experts on Technical Assistance",
    "CTOC/COP/WG.3": "Working Group on International Cooperation",
    "CTOC/COP/WG.4": "Working Group on Trafficking in Persons",
    "CTOC/COP/WG.6": "Working Group on Firearms",
    "CTOC/COP/WG.7": "Working Group on the Smuggling of Migrants",
    "DP": _UNDP,
    "DP-FPA": _UNDP,
    "E": "Economic and Social Council",
    "E/AC.51": "Committee for Programme and Coordination",
    "E/C.2": "Committee on Non-Governmental Organizations",
    "E/C.12": "Committee on Economic, Social and Cultural Rights",
    "E/C.16": "Committee of Experts on Public Administration",
    "E/C.18": "Committee of Experts on International Cooperation in Tax Matters",
    "E/C.19": "Permanent Forum on Indigenous Issues",
    "E/C.20": "Committee of Experts on Global Geospatial Information Management",
    "E/CN.3": "Statistical Commission",
    "E/CN.4": "Commission on Human Rights",
    "E/CN.4/Sub.2": "Subcommission on the Promotion and Protection of Human Rights",
    "E/CN.5": "Commission for Social Development",
    "E/CN.6": "Commission on the Status of Women",
    "E/CN.7": "Commission on Narcotic Drugs",
    "E/CN.9": "Commission on Population and Development",
    "E/CN.15": "Commission on Crime Prevention and Criminal Justice",
    "E/CN.16": "Commission on Science and Technology for Development",
    "E/CN.17": "Commission on Sustainable Development",
    "E/CN.18": "United Nations Forum on Forests",
    "E/ECA": "Economic Commission for Africa",
    "E/ECE": "Economic Commission for Europe",
    "E/ESCAP": "Economic and Social Commission for Asia and the Pacific",
    "E/ESCWA": "Economic and Social Commission for Western Asia",
    "E/HLPF": "High-level political forum on sustainable development",
    "E/ICEF": "Executive Board of the United Nations Children's Fund",
    "ECE": "Economic Commission for Europe",
    "ESCAP": "Economic and Social Commission for Asia and the Pacific",
    "FCCC/CP": "Conference of the Parties to the United Nations Framework Convention on Climate "
    "Change",
    "HRI/MC": "Meeting of Chairs of the human rights treaty bodies",
    "ICC-ASP": "Assembly of States Parties to the Rome Statute of the International Criminal Court",
    "ICCD/COP": "Conference of the Parties to the United Nations Convention to Combat "
    "Desertification",
    "ICCD/COP/CST": "Committee on Science and Technology",
    "ISBA": "International Seabed Authority",
    "JIU": "Joint Inspection Unit",
    "LC": "Economic Commission for Latin America and the Caribbean",
    "PBC": "Peacebuilding Commission",
    "S": "Security Council",
    "SPLOS": "Meeting of States Parties to the United Nations Convention on the Law of the Sea",
    "ST": "Secretariat",
    "T": "Trusteeship Council",
    "TD": "United Nations Conference on Trade and Development",
    "TD/B": "Trade and Development Board",
    "TPNW/MSP": "Meeting of States Parties to the Treaty on the Prohibition of Nuclear Weapons",
    "UNEP/EA": "United Nations Environment Assembly",
    "UNW": _UNWOMEN,
    "WFP/EB": "Executive Board of the World Food Programme",
}
"""First parts of a symbol -> the body whose series it is, in the masthead's words."""

_SESSION = re.compile(r"\(\d+\)$")


def find_bodies(symbol: str) -> tuple[str, ...]:
    """Return the bodies in whose series a symbol stands, the widest first; empty if unknown.

    ``E/CN.6/2025/3`` gives the Economic and Social Council and the Commission on the Status of
    Women. The session in ``COP(8)`` does not tell series apart.
    """
    parts = [_SESSION.sub("", part) for part in symbol.split("/")]
    chain = ("/".join(parts[:length]) for length in range(1, len(parts)))
    return tuple(BODIES[series] for series in chain if series in BODIES)


def is_known_series(symbol: str) -> bool:
    """Tell whether a symbol begins with a listed series."""
    return bool(find_bodies(symbol))
