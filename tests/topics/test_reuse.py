"""Texts that are used again are found, and others are not."""

from __future__ import annotations

from analysis.topics import reuse
from analysis.topics.reuse import reused

PASSAGE = (
    "Het onderhoud van de bruggen over het kanaal wordt in vier jaar gespreid, omdat er te weinig"
    " aannemers zijn die dit werk in de winter kunnen doen."
)
OTHER = (
    "De haringvangst in de zuidelijke wateren is dit seizoen lager uitgevallen dan de vissers van"
    " tevoren hadden verwacht en daarom vraagt de sector om steun."
)


def pairs(texts: list[str], groups: list[str]) -> list[tuple[int, int]]:
    found = reused(texts, groups)
    return list(zip(found["first"], found["second"], strict=True))


def test_a_passage_within_a_longer_text_is_found() -> None:
    longer = f"Dank voor uw vraag. {PASSAGE} Over de kosten is nog geen besluit genomen."
    found = reused([OTHER, PASSAGE, longer], ["a", "b", "c"])
    assert found[["first", "second", "shared"]].to_numpy().tolist() == [[1, 2, 1.0]]


def test_a_few_other_words_and_capitals_do_not_matter() -> None:
    changed = PASSAGE.replace("vier jaar", "zes jaar").replace("Het", "HET")
    found = reused([PASSAGE, changed], ["a", "b"])
    assert len(found) == 1
    # 27 words have 23 rows of five; the changed word is in five of these.
    assert found["shared"].tolist() == [18 / 23]


def test_the_same_words_in_another_order_are_not_the_same_text() -> None:
    assert pairs([PASSAGE, " ".join(reversed(PASSAGE.split()))], ["a", "b"]) == []


def test_within_one_document_nothing_is_looked_for() -> None:
    assert pairs([PASSAGE, PASSAGE], ["a", "a"]) == []


def test_short_texts_are_not_called_used_again() -> None:
    assert pairs(["Zo nee, waarom niet?", "Zo nee, waarom niet?"], ["a", "b"]) == []


def test_many_equal_texts_are_found_each_with_the_first() -> None:
    n = 2 * reuse._COMMON
    assert pairs([PASSAGE] * n, [str(at) for at in range(n)]) == [(0, at) for at in range(1, n)]


def test_a_formula_that_many_documents_have_is_no_text_used_again() -> None:
    formula = "Bent u bereid de Kamer hierover voor het einde van het jaar te informeren?"
    own = ["Zo nee, waarom wilt u dat niet?", "Graag een toelichting.", "Zo ja, wanneer?"]
    texts = [f"{formula} {own[at % 3]}" for at in range(reuse._FORMULA[0] + 1)]
    groups = [str(at) for at in range(len(texts))]
    assert pairs(texts, groups) == []
    assert pairs([*texts, PASSAGE, PASSAGE], [*groups, "x", "y"]) == [(len(texts), len(texts) + 1)]
    assert len(pairs(texts[:3], groups[:3])) == 3  # of three documents it may as well be used again


def test_no_texts() -> None:
    assert reused([], []).empty
