"""Made-up questions about a few subjects."""

from __future__ import annotations

import random

SUBJECTS = {
    "visserij": "haring vissers vangst quota trawlers zeebodem visserij haven netten garnalen",
    "spoor": "treinen spoor vertraging dienstregeling perrons reizigers machinisten rails wissels",
    "zorg": "ziekenhuis patiënten verpleging huisarts wachtlijst behandeling medicijnen artsen",
    "onderwijs": "leraren leerlingen scholen lerarentekort examens schoolgebouw lessen toetsen",
}

_FRAMES = (
    "Kunt u aangeven hoe het staat met {0}, {1} en {2}?",
    "Deelt u de mening dat {0} en {1} aandacht vragen, ook vanwege {2}?",
    "Wat is uw oordeel over {0} in verband met {1}, {2} en {3}?",
    "Bent u bereid om over {0}, {1} en {3} in gesprek te gaan?",
)


def loose_texts(per_subject: int, seed: int) -> tuple[list[str], list[str]]:
    """Return texts in a mixed order, and the subject of each."""
    chance = random.Random(seed)
    made = []
    for subject, listed in SUBJECTS.items():
        texts: set[str] = set()
        while len(texts) < per_subject:
            words = chance.sample(listed.split(), 4)
            texts.add(chance.choice(_FRAMES).format(*words))
        made += [(text, subject) for text in sorted(texts)]
    chance.shuffle(made)
    return [text for text, _ in made], [subject for _, subject in made]
