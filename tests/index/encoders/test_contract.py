"""index.encoders: what every encoder must do, checked on each of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from fakes import HashedWords

from index import Encoder, encoder_named
from index.encoders import MiniLM, SentenceTransformerEncoder
from index.encoders.weights import default_weights

TEXTS = ["The port of Callao.", "El puerto del Callao.", "🙂 … ¿?", "x", "The port of Callao."]

ADAPTERS: list[object] = [
    pytest.param(HashedWords, id="fake"),
    pytest.param(MiniLM, id="minilm", marks=pytest.mark.models),
    pytest.param(
        lambda: SentenceTransformerEncoder(str(default_weights())),
        id="sentence-transformers",
        marks=pytest.mark.models,
    ),
]


@pytest.fixture(scope="module", params=ADAPTERS)
def encoder(request: pytest.FixtureRequest) -> Encoder:
    """Each adapter in turn, loaded once."""
    make: Callable[[], Encoder] = request.param
    return make()


def test_it_names_itself_its_weights_and_its_length(encoder: Encoder) -> None:
    assert encoder.name
    assert len(bytes.fromhex(encoder.digest)) == 32
    assert encoder.dim > 0


def test_each_text_is_one_unit_vector(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)

    assert vectors.shape == (5, encoder.dim)
    assert vectors.dtype == np.float32
    assert vectors.flags.c_contiguous
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-5)


def test_rows_belong_to_their_texts_whatever_the_company(encoder: Encoder) -> None:
    together, alone = encoder.encode(TEXTS), [encoder.encode([text])[0] for text in TEXTS]

    assert np.allclose(together, np.stack(alone), atol=1e-5)
    assert np.allclose(together[0], together[4], atol=1e-6)


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dim)


@pytest.mark.parametrize("blank", ["", " ", "\n\t\u00a0"])
def test_a_blank_text_is_refused_by_its_position(encoder: Encoder, blank: str) -> None:
    with pytest.raises(ValueError, match="1"):
        encoder.encode(["good", blank])


def test_a_text_longer_than_the_window_is_cut_and_not_refused(encoder: Encoder) -> None:
    long = "The harbour police seized a boat. " * 400

    assert encoder.encode([long, long * 2]).shape == (2, encoder.dim)


def test_odd_characters_are_no_matter(encoder: Encoder) -> None:
    odd = ["null\x00byte", "\u202eright to left", "مرحبا", "a\u0301" * 50, "\ufeff!", "x" * 5000]

    assert np.isfinite(encoder.encode(odd)).all()


def test_what_is_alike_is_near(encoder: Encoder) -> None:
    port, harbour, comet = encoder.encode(
        [
            "Police seized cocaine in the port of Callao.",
            "Cocaine was seized by police in the Callao port.",
            "A comet passes the planet Jupiter tonight.",
        ]
    )

    assert port @ harbour > port @ comet


@pytest.mark.models
def test_the_default_encoder_equals_sentence_transformers() -> None:
    texts = [*TEXTS, "Police seized cocaine in the port of Callao. " * 30, "¿Quién? " * 200]
    plain = SentenceTransformerEncoder(str(default_weights()))

    assert np.abs(MiniLM().encode(texts) - plain.encode(texts)).max() < 1e-5


@pytest.mark.parametrize("name", ["all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"])
def test_the_default_name_needs_no_sentence_transformers(name: str) -> None:
    encoder = encoder_named(name)

    assert isinstance(encoder, MiniLM)
    assert (encoder.name, encoder.dim) == ("all-MiniLM-L6-v2", 384)
