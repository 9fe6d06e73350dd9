-- The library's database: the truth from which everything else can be rebuilt.
CREATE TABLE library (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- One row an article. The columns that filters and look-ups use stand here; what belongs to one
-- state of the text stands in revisions.
CREATE TABLE articles (
    article_key INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    revision    INTEGER NOT NULL,          -- the current one
    change      INTEGER NOT NULL,          -- the change counter when the row last changed
    text_sha256 TEXT NOT NULL,
    published   TEXT,
    publisher   TEXT,                      -- folded, as names are compared
    authors     TEXT NOT NULL,             -- folded: "| ana maria diaz | jo li |"
    language    TEXT,
    address     TEXT,                      -- the normalised url: identity where no id is given
    location    TEXT                       -- the file's path: identity where there is no address
);
CREATE INDEX articles_by_change   ON articles (change);
CREATE INDEX articles_by_sha256   ON articles (text_sha256);
CREATE INDEX articles_by_address  ON articles (address);
CREATE INDEX articles_by_location ON articles (location);

CREATE TABLE revisions (
    article_key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    revision    INTEGER NOT NULL,
    text        TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    sentences   BLOB NOT NULL,             -- start, end, start, end … as little-endian uint32
    metadata    TEXT NOT NULL,             -- JSON object
    provenance  TEXT NOT NULL,             -- JSON object: field -> where it was found
    source      TEXT NOT NULL,
    original    BLOB NOT NULL,             -- the bytes that were read, zlib
    cleaner     TEXT NOT NULL,             -- name and version of what made text from original
    ingested_at TEXT NOT NULL,
    PRIMARY KEY (article_key, revision)
) WITHOUT ROWID;

-- The passages of current revisions. Keys are never used twice, so an index that still knows an
-- old passage can't mistake it for a new one.
CREATE TABLE passages (
    passage_key INTEGER PRIMARY KEY AUTOINCREMENT,
    article_key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL
);
CREATE INDEX passages_by_article ON passages (article_key, ordinal);

-- What was removed, so that the index can forget it too. No word of the article stays.
CREATE TABLE removals (
    article_key INTEGER PRIMARY KEY,
    change      INTEGER NOT NULL
);
