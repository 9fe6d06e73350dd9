"""qa.quotes.cues: the words that tell of speech."""

from __future__ import annotations

import pytest

from qa.quotes.cues import cue, key, listed, particles, rows


@pytest.mark.parametrize(
    ("form", "base", "forms"),
    [("said", "say", {"past"}), ("denies", "deny", {"s"}), ("stating", "state", {"ing"}),
     ("wrote", "write", {"past"}), ("admitted", "admit", {"past"}),
     ("put", "put", {"base", "past"}),
     ("found", "find", {"past"})],
)  # fmt: skip
def test_forms_lead_to_their_verb(form: str, base: str, forms: set[str]) -> None:
    found = cue(form)

    assert found is not None
    assert (found.base, found.forms) == (base, forms)


def test_a_noun_is_no_cue() -> None:
    assert cue("port") is None


def test_spanish_verbs_are_known_without_their_accents() -> None:
    found = cue(key("aseguró"))

    assert found is not None
    assert found.is_spanish


def test_only_some_verbs_may_stand_before_the_speaker() -> None:
    said, told = cue("said"), cue("told")

    assert said is not None
    assert told is not None
    assert (said.can_be_turned, told.can_be_turned) == (True, False)


def test_longer_particles_come_first() -> None:
    assert particles()["go"][-1] == ("on",)
    assert ("on", "to", "say") in particles()["go"]


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        rows("no such list")


def test_no_given_name_is_in_both_lists_by_a_slip_of_the_most_common() -> None:
    assert not {"john", "mary", "michael", "linda"} & listed("he") & listed("she")
