-- What one user did. Whole records stand as JSON; the columns beside them serve to find and list.
CREATE TABLE facts (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE conversations (
    id         TEXT PRIMARY KEY,
    change     INTEGER NOT NULL,          -- grows; the newest comes first, within a second too
    name       TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    library    TEXT NOT NULL
);

CREATE TABLE turns (
    number          INTEGER PRIMARY KEY,  -- their order
    id              TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
    record          TEXT NOT NULL
);
CREATE INDEX turns_by_conversation ON turns (conversation_id, number);

CREATE TABLE saved (
    number  INTEGER PRIMARY KEY,          -- their order
    id      TEXT NOT NULL UNIQUE,
    kind    TEXT NOT NULL,                -- check, draft, feedback
    library TEXT NOT NULL,
    record  TEXT NOT NULL
);
CREATE INDEX saved_by_kind ON saved (kind, number);
