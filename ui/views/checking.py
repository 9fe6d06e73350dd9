"""The page that checks quotations: one, or all of a draft."""

from __future__ import annotations

import streamlit as st

from qa import CheckedDraft, QuoteCheck
from ui import kept_checks, words
from ui.desk import Desk
from ui.kept_checks import follow, keep_check, keep_draft
from ui.proof import Proof, proof_of
from ui.render import (
    Html,
    card_html,
    card_id,
    check_html,
    count_html,
    heading,
    more_html,
    notice,
    occurrence_html,
    quotation_card,
)
from ui.state import Checking, LibraryState, Outcome, SentDraft, SentQuotation, Session
from ui.views.filing import draw_check_files, draw_draft_files
from ui.views.keeping import (
    draw_check_link,
    draw_draft_link,
    draw_latest_checks,
    draw_latest_drafts,
    draw_wrong_in_draft,
    draw_wrong_verdict,
)
from ui.views.places import open_article
from ui.views.show import scroll_to, show

QUOTATION_PLACE, DRAFT_PLACE = "check", "draft"
"""Ids of the elements that outcomes begin with."""

CARDS_SHOWN = 10
"""Occurrences with a card of their own; the others get a line."""

DRAFT_TYPES = ("txt", "md", "markdown", "html", "htm", "docx")
"""The kinds that the file chooser offers; the reader of drafts checks whatever comes."""

TABS = "check-tabs"


def draw_checking(desk: Desk, session: Session, state: LibraryState) -> None:
    """Draw both tabs, with what the address names."""
    checking = session.checking
    open_linked(desk, session)
    show(Html(f'<h1 class="or-name">{words.CHECK_PAGE}</h1>'
              f'<p class="or-lead">{words.CHECK_LEAD}</p>'))  # fmt: skip
    if not state.articles:
        show(notice(words.EMPTY_LIBRARY_TO_CHECK, kind="info"))
    if session.trouble:
        show(notice(session.trouble, kind="warning"))
        session.trouble = None
    if TABS not in st.session_state and checking.tab:
        st.session_state[TABS] = checking.tab  # Streamlit forgets it while another page is open
    one, whole = st.tabs([words.ONE_QUOTATION, words.WHOLE_DRAFT], key=TABS, on_change="rerun")
    checking.tab = st.session_state[TABS]
    with one:
        draw_quotation(desk, session)
    with whole:
        draw_draft(desk, session)
    if checking.scroll_to:
        scroll_to(checking.scroll_to)
        checking.scroll_to = None


def open_linked(desk: Desk, session: Session) -> None:
    """Put on the page what the address names; or into the address what is on the page."""
    checking, query = session.checking, st.query_params.to_dict()
    before = (checking.quotation, checking.draft)
    follow(desk, session, query)
    outcome = checking.quotation.outcome
    if checking.quotation is not before[0] and outcome and outcome.found:
        st.session_state["quote"] = outcome.found.quote
        st.session_state["claimed-speaker"] = outcome.found.claimed_speaker or ""
    if kept_checks.CHECK in query or kept_checks.DRAFT in query:
        label = words.ONE_QUOTATION if kept_checks.CHECK in query else words.WHOLE_DRAFT
        if session.has_arrived or (checking.quotation, checking.draft) != before:
            st.session_state[TABS] = checking.tab = label
    elif session.has_arrived:  # a visitor who goes back to an address without a name stays there
        name_outcomes(checking)


def name_outcomes(checking: Checking) -> None:
    """Let the address name the outcome of the tab that is in front."""
    is_draft = checking.tab == words.WHOLE_DRAFT
    outcome = checking.draft.outcome if is_draft else checking.quotation.outcome
    name, other = kept_checks.CHECK, kept_checks.DRAFT
    if is_draft:
        name, other = other, name
    st.query_params.pop(other, None)
    if outcome is not None and outcome.record:
        st.query_params[name] = outcome.record
    else:
        st.query_params.pop(name, None)


def draw_quotation(desk: Desk, session: Session) -> None:
    """Draw the two fields, and below them what came of the quotation."""
    checking = session.checking
    with st.form("check-quotation", border=False):
        st.text_area(words.QUOTATION_FIELD, key="quote", height=110, persist_state="session")
        st.text_input(words.SPEAKER_FIELD, key="claimed-speaker", persist_state="session")
        st.form_submit_button(
            words.CHECK, key="check", type="primary", on_click=take_quotation, args=(checking,)
        )
    place = st.container()
    sent = checking.quotation.pending
    if sent is not None:
        with place, st.spinner(words.CHECKING):
            checking.quotation.settle(sent, keep_check(desk, session, desk.check(sent)))
        checking.scroll_to = QUOTATION_PLACE
        name_outcomes(checking)
    if checking.quotation.outcome is not None:
        with place:
            draw_check(desk, session, checking.quotation.outcome)
    draw_latest_checks(desk, session)


def take_quotation(checking: Checking) -> None:
    """Put what was written into the two fields."""
    quote, speaker = st.session_state["quote"], st.session_state["claimed-speaker"]
    checking.quotation.send(SentQuotation(str(quote or ""), str(speaker or "").strip() or None))


def draw_check(desk: Desk, session: Session, outcome: Outcome[QuoteCheck]) -> None:
    """Draw the outcome of one quotation, or the one line of an error."""
    check = outcome.found
    if check is None:
        show(notice(outcome.trouble or words.SOMETHING_FAILED))
        return
    proof = proof_of(desk.library.store, check)
    show(check_html(proof, place=QUOTATION_PLACE))
    with st.container(key="ways"):
        if proof.match is not None:
            open_article(proof.match, card=f"{QUOTATION_PLACE}-mark", label=words.OPEN_ARTICLE)
        for number, evidence in enumerate(proof.nearest, start=1):
            label = words.open_nearest(number)
            open_article(evidence, card=f"{QUOTATION_PLACE}-near-{number}", label=label)
    draw_occurrences(proof)
    draw_check_files(check, at=outcome.at)
    draw_check_link(outcome)
    draw_wrong_verdict(desk, session, outcome)


def draw_occurrences(proof: Proof) -> None:
    """Draw every place where the quotation stands, where there is more than the one above."""
    found = proof.occurrences
    if not found or (len(found) == 1 and proof.match and not found[0].number_of_copies):
        return
    show(heading(words.OCCURRENCES))
    for occurrence in found[:CARDS_SHOWN]:
        evidence = occurrence.evidence
        with st.container(border=True, key=f"source-box-check-{evidence.number}"):
            show(card_html(evidence, turn=QUOTATION_PLACE))
            show(occurrence_html(occurrence))
            card = card_id(QUOTATION_PLACE, evidence.number)
            open_article(evidence, card=card, label=words.open_article(evidence.number))
    if found[CARDS_SHOWN:]:
        show(more_html(found[CARDS_SHOWN:]))


def draw_draft(desk: Desk, session: Session) -> None:
    """Draw the field and the file chooser, and below them every quotation of the draft."""
    checking = session.checking
    with st.form("check-draft", border=False):
        st.text_area(words.DRAFT_FIELD, key="draft-text", height=220, persist_state="session")
        st.file_uploader(words.DRAFT_FILE, type=list(DRAFT_TYPES), key="draft-file")
        st.form_submit_button(
            words.CHECK_DRAFT, key="check-all", type="primary",
            on_click=take_draft, args=(checking,),
        )  # fmt: skip
    place = st.container()
    sent = checking.draft.pending
    if sent is not None:
        with place:
            found = checked_draft(desk, sent)
        checking.draft.settle(sent, keep_draft(desk, session, found))
        checking.scroll_to = DRAFT_PLACE
        name_outcomes(checking)
    if checking.draft.outcome is not None:
        with place:
            draw_checked_draft(desk, session, checking.draft.outcome)
    draw_latest_drafts(desk, session)


def checked_draft(desk: Desk, sent: SentDraft) -> Outcome[CheckedDraft]:
    """Check a draft with a bar that says how far it is, and takes itself away."""
    bar = st.progress(0.0, words.CHECKING_DRAFT)

    def show_step(_: str, done: int, total: int | None) -> None:
        bar.progress(done / (total or 1), words.checking_draft(done, total or 0))

    found = desk.check_draft(sent, progress=show_step)
    bar.empty()
    return found


def take_draft(checking: Checking) -> None:
    """Put the text or the file; both at once could not be told apart in the report."""
    text, file = str(st.session_state["draft-text"] or ""), st.session_state["draft-file"]
    if text.strip() and file:
        checking.draft.outcome = Outcome(None, words.TWO_DRAFTS)
    elif file:
        checking.draft.send(SentDraft(file.name, file.getvalue()))
    elif text.strip():
        checking.draft.send(SentDraft(words.PASTED_DRAFT, text))
    else:
        checking.draft.outcome = Outcome(None, words.EMPTY_DRAFT)


def draw_checked_draft(desk: Desk, session: Session, outcome: Outcome[CheckedDraft]) -> None:
    """Draw the count line, a card for each quotation, and the downloads."""
    draft = outcome.found
    if draft is None:
        show(notice(outcome.trouble or words.SOMETHING_FAILED))
        return
    if not draft.checks:
        show(notice(words.NO_QUOTATIONS, kind="info"))
        return
    show(count_html(draft, place=DRAFT_PLACE))
    draw_draft_files(draft, at=outcome.at)
    draw_draft_link(outcome)
    draw_wrong_in_draft(desk, session, outcome)
    pairs = zip(draft.quotations, draft.checks, strict=True)
    for number, (quotation, check) in enumerate(pairs, start=1):
        card = f"{DRAFT_PLACE}-{number}"
        proof = proof_of(desk.library.store, check)
        with st.container(border=True, key=f"source-box-{card}"):
            show(quotation_card(quotation, proof, number=number, place=card))
            if proof.match is not None:
                open_article(proof.match, card=card, label=words.open_quotation(number))
