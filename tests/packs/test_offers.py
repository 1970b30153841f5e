"""What is offered can be fetched, checked, and read to its end before it is accepted."""

from pathlib import Path

import pytest

from photoorg.packs.offers import BUFFALO_L, BUFFALO_L_TERMS, RESEARCH, PackOffer, offers

ALL = list(offers().values())


def test_what_is_offered() -> None:
    assert BUFFALO_L.url.startswith("https://github.com/deepinsight/insightface/")
    assert BUFFALO_L.size == 288_621_354
    assert len(BUFFALO_L.sha256) == 64
    assert BUFFALO_L.terms is BUFFALO_L_TERMS
    assert "non-commercial research" in BUFFALO_L_TERMS
    assert list(offers()) == ["auraface", "buffalo_l", "arcface_r100"]


@pytest.mark.parametrize("offer", ALL, ids=lambda offer: offer.name)
def test_an_offer_is_whole(offer: PackOffer) -> None:
    assert offers()[offer.name] is offer
    assert offer.url.startswith("https://")
    assert Path(offer.file_name).suffix == (".onnx" if offer.recognizer else ".zip")
    assert set(offer.sha256) <= set("0123456789abcdef")
    assert len(offer.sha256) == 64
    assert 200_000_000 < offer.size < offer.unpacked
    assert offer.title
    assert offer.about.endswith(".")
    assert offer.terms.startswith("Terms of use of ")
    assert "No photo and no face leaves it." in offer.terms


def test_a_free_licence_is_given_in_full() -> None:
    for offer in ALL:
        if "Apache" in offer.licence:
            assert "END OF TERMS AND CONDITIONS" in offer.terms
        else:
            assert offer.licence == RESEARCH


def test_doubtful_terms_are_called_so() -> None:
    arcface = offers()["arcface_r100"]
    assert "non-commercial research only" in arcface.terms
    assert "doubt" in arcface.licence
    assert "doubt" not in offers()["auraface"].licence
