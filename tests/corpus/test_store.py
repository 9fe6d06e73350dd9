"""corpus.store: articles, their revisions, and who is the same as whom."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fakes import incoming, prepared

from corpus import ArticleMissing, LibraryBusy, LibraryReadOnly, Span, Store
from corpus.writes import Outcome

OLD = "Two tonnes of cocaine were found in the port of Callao on Monday."
EDIT = "Three tonnes of cocaine were found in the port of Callao on Monday."
OTHER = "A comet passes Jupiter in June, astronomers hope."


def put(store: Store, text: str, **fields: object) -> Outcome:
    with store.writing():
        return store.put([prepared(text, **fields)])[0]


def test_an_article_comes_back_as_it_was_given(store: Store) -> None:
    text = "Primero.\r\n\tA\u0301 \u00ad 🙂  "
    put(
        store,
        text,
        given_id="a",
        title="T",
        authors=("Ana", "Jo"),
        tags=("x",),
        url="https://a.b/c",
    )
    article = store.article("a")

    assert article.text == text
    assert (article.title, article.authors, article.tags) == ("T", ("Ana", "Jo"), ("x",))
    assert (article.revision, article.current) == (1, True)
    assert store.original("a") == text.encode()


def test_the_same_article_twice_is_unchanged(store: Store) -> None:
    assert put(store, OLD, given_id="a") == Outcome("added", "a")
    change = store.change_counter

    assert put(store, OLD, given_id="a") == Outcome("unchanged", "a")
    assert store.change_counter == change


def test_a_new_text_under_the_same_id_is_a_revision(store: Store) -> None:
    put(store, OLD, given_id="a")

    assert put(store, EDIT, given_id="a") == Outcome("updated", "a")
    assert store.article("a").text == EDIT
    old = store.article("a", revision=1)
    assert (old.text, old.current) == (OLD, False)
    assert [(r.revision, r.current) for r in store.revisions("a")] == [(1, False), (2, True)]


def test_a_text_that_comes_back_is_a_third_revision(store: Store) -> None:
    for text in (OLD, EDIT, OLD):
        put(store, text, given_id="a")

    assert [store.article("a", number).text for number in (1, 2, 3)] == [OLD, EDIT, OLD]
    assert store.article("a").revision == 3


def test_new_metadata_alone_is_an_update_of_the_same_revision(store: Store) -> None:
    put(store, OLD, given_id="a", title="Drugs")

    assert put(store, OLD, given_id="a", title="Cocaine") == Outcome("updated", "a")
    assert store.article("a").title == "Cocaine"
    assert len(store.revisions("a")) == 1


def test_the_same_address_is_the_same_article(store: Store) -> None:
    first = put(store, OLD, url="https://example.org/1?utm_source=x", title="One")
    second = put(store, OTHER, url="https://example.org/1", title="Two")

    assert (second.status, second.id) == ("updated", first.id)


def test_another_address_is_another_article_with_the_same_text(store: Store) -> None:
    first = put(store, OLD, url="https://example.org/1")
    second = put(store, OLD, url="https://example.org/2")

    assert second.status == "added"
    assert second.id != first.id


def test_an_edited_file_is_a_revision(store: Store) -> None:
    first = put(store, OLD, location="/news/a.txt")

    assert put(store, EDIT, location="/news/a.txt") == Outcome("updated", first.id)


def test_a_file_with_an_unrelated_article_is_a_new_one(store: Store) -> None:
    first = put(store, OLD, location="/news/today.txt")
    second = put(store, OTHER, location="/news/today.txt")

    assert second.status == "added"
    assert {line.id for line in store.listing()} == {first.id, second.id}
    # The file now stands for the second; its next edit is a revision of that one.
    assert put(store, OTHER + " Soon.", location="/news/today.txt").id == second.id


def test_a_file_that_was_moved_is_unchanged_and_followed(store: Store) -> None:
    first = put(store, OLD, location="/news/a.txt")

    assert put(store, OLD, location="/news/b.txt") == Outcome("unchanged", first.id)
    assert put(store, EDIT, location="/news/b.txt") == Outcome("updated", first.id)


def test_the_same_text_under_another_given_id_is_its_duplicate(store: Store) -> None:
    put(store, OLD, given_id="first")

    assert put(store, OLD, given_id="second").status == "added"
    duplicates = {line.id: line.duplicate_of for line in store.listing()}
    assert duplicates == {"first": None, "second": "first"}


def test_a_duplicate_is_none_any_more_when_the_first_is_edited_or_removed(store: Store) -> None:
    put(store, OLD, given_id="first")
    put(store, OLD, given_id="second")
    put(store, EDIT, given_id="first")

    assert [line.duplicate_of for line in store.listing()] == [None, None]


@pytest.mark.parametrize("given_id", ["a/b", "../../etc", "ä 🙂", "'; DROP TABLE x; --"])
def test_a_given_id_is_kept_as_it_is(store: Store, given_id: str) -> None:
    assert put(store, OLD, given_id=given_id).id == given_id
    assert store.article(given_id).id == given_id


def test_a_made_id_gives_way_to_a_given_one(store: Store) -> None:
    made = put(store, OLD, title="Port").id
    with store.writing():
        store.remove([made])
    put(store, OTHER, given_id=made)

    assert put(store, OLD, title="Port") == Outcome("added", f"{made}-2")
    assert put(store, OLD, title="Port") == Outcome("unchanged", f"{made}-2")


def test_a_copy_of_an_older_revision_in_another_file_is_an_article_of_its_own(store: Store) -> None:
    first = put(store, OLD, location="/news/a.txt")
    put(store, EDIT, location="/news/a.txt")

    assert put(store, OLD, location="/news/copy.txt").status == "added"
    assert store.article(first.id).text == EDIT


def test_what_is_not_there_is_missing(store: Store) -> None:
    put(store, OLD, given_id="a")

    for article_id, revision in [("b", None), ("a", 2), ("a", 0), ("a", -1), ("a", 2**63)]:
        with pytest.raises(ArticleMissing, match="onrecord list"):
            store.article(article_id, revision)
    with pytest.raises(ArticleMissing):
        store.revisions("b")


def test_a_batch_is_in_whole_or_not_at_all(store: Store) -> None:
    broken = prepared(OTHER, given_id="b", original="no bytes")

    with pytest.raises(TypeError), store.writing():
        store.put([prepared(OLD, given_id="a"), broken])
    assert store.listing() == []
    assert put(store, OLD, given_id="a").status == "added"  # and the store still works


def test_a_store_opened_for_reading_refuses_to_write(store: Store, tmp_path: Path) -> None:
    put(store, OLD, given_id="a")

    with Store.open(store.folder) as reader:
        with pytest.raises(LibraryReadOnly), reader.writing():
            pass
        with pytest.raises(LibraryReadOnly):
            reader.put([prepared(OTHER)])
        assert reader.article("a").text == OLD


def test_two_stores_never_write_at_once(store: Store) -> None:
    with Store.open(store.folder, writable=True) as other, store.writing():
        with (
            pytest.raises(LibraryBusy, match=f"process {os.getpid()} "),
            other.writing(wait_seconds=0),
        ):
            pass
        assert other.listing() == []  # reading goes on

    put(store, OLD, given_id="a")


def test_passages_of_a_replaced_or_removed_article_are_gone_at_once(store: Store) -> None:
    put(store, OLD, given_id="a")
    (old,) = store.passage_keys()
    with Store.open(store.folder) as reader:
        assert reader.passages([old])[old].text == OLD
        put(store, EDIT, given_id="a")
        assert reader.passages([old]) == {}
        (new,) = reader.passage_keys()
        with store.writing():
            assert store.remove(["a", "b", "a"]) == (["a"], ["b"])
        assert reader.passages([old, new]) == {}


def test_keys_are_never_used_twice(store: Store) -> None:
    seen: set[int] = set()
    for _ in range(3):
        put(store, OLD, given_id="a")
        keys = {*store.passage_keys(), *(-key for key in store.article_keys())}
        assert not keys & seen
        seen |= keys
        with store.writing():
            store.remove(["a"])


def test_passages_carry_their_sentences_and_their_name(store: Store) -> None:
    put(store, "One. Two.", given_id="a")
    (passage,) = store.passages(store.passage_keys()).values()

    assert passage.passage_id == "a@1#0"
    assert passage.sentences == (Span(0, 4), Span(5, 9))
    assert passage.article.text[passage.start : passage.end] == passage.text


def test_changes_are_counted_and_found_again(store: Store) -> None:
    put(store, OLD, given_id="a")
    put(store, OTHER, given_id="b")
    before, (a_key, _) = store.change_counter, store.article_keys()
    with store.writing():
        store.remove(["a"])

    assert store.change_counter == before + 1
    assert store.changed_since(before) == [a_key]
    assert store.removed_since(before)
    assert not store.removed_since(store.change_counter)


def test_a_sound_library_has_no_problems_and_a_changed_text_is_one(store: Store) -> None:
    put(store, OLD, given_id="a")
    assert store.problems() == []

    store._connection.execute("UPDATE revisions SET text = 'forged'")
    assert "article 'a', revision 1: the text does not match its SHA-256" in store.problems()


def test_small_facts_are_remembered(store: Store) -> None:
    store.remember("colour", "blue")
    store.remember("colour", "green")

    assert (store.recall("colour"), store.recall("shape")) == ("green", None)


def test_where_each_field_came_from_is_kept(store: Store) -> None:
    put(store, OLD, given_id="a")

    assert store.provenance("a") == {"source": "a test", "cleaner": "none"}
    assert incoming(OLD).metadata.language == "en"
