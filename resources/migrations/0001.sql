-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1. A line "-- end" ends a statement: trigger bodies may hold semicolons.
-- Days are ISO 8601 ("2026-11-20"), moments too, with their offset; ids in public are UUIDv7.

CREATE TABLE notes (
    pk             INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    revision       INTEGER NOT NULL,           -- grows by one with each save
    kind           TEXT NOT NULL CHECK (kind IN ('weeknote', 'fortnight', 'longer', 'post')),
    covers_from    TEXT,                       -- the period, both days included; null where unknown
    covers_to      TEXT,
    season         INTEGER,
    episode        INTEGER,
    episode_last   INTEGER,                    -- of a note that counts for several
    title          TEXT NOT NULL,
    subtitle       TEXT NOT NULL,
    kicker         TEXT NOT NULL,
    author         TEXT NOT NULL,              -- empty: the library's
    language       TEXT NOT NULL,              -- BCP 47; empty: the library's
    status         TEXT NOT NULL CHECK (status IN ('draft', 'ready', 'published')),
    written        TEXT,                       -- day
    published      TEXT,                       -- moment
    canonical      TEXT NOT NULL,
    words          INTEGER NOT NULL,           -- of what readers see
    minutes        INTEGER NOT NULL,
    created        TEXT NOT NULL,
    updated        TEXT NOT NULL,
    source_kind    TEXT NOT NULL,              -- provenance; empty for a note started here
    source_key     TEXT NOT NULL,
    source_hash    TEXT NOT NULL,              -- SHA-256 of what was imported, in hex
    source_revision INTEGER NOT NULL,          -- the revision the last import made
    CHECK ((covers_from IS NULL) = (covers_to IS NULL)),
    CHECK (covers_from <= covers_to),
    CHECK (episode_last > episode)
)
-- end
CREATE UNIQUE INDEX notes_by_source ON notes (source_kind, source_key) WHERE source_kind <> ''
-- end
CREATE TABLE texts (                           -- apart from notes, so that lists read no text
    note           INTEGER PRIMARY KEY REFERENCES notes (pk) ON DELETE CASCADE,
    markdown       TEXT NOT NULL
)
-- end
CREATE TABLE sections (                        -- derived from the text
    note           INTEGER NOT NULL REFERENCES notes (pk) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    level          INTEGER NOT NULL,           -- 0: before the first heading
    heading        TEXT NOT NULL,
    text           TEXT NOT NULL,
    PRIMARY KEY (note, position)
)
-- end
CREATE TABLE tags (
    note           INTEGER NOT NULL REFERENCES notes (pk) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    name           TEXT NOT NULL,
    PRIMARY KEY (note, position),
    UNIQUE (note, name)
)
-- end
CREATE INDEX tags_by_name ON tags (name)
-- end
CREATE TABLE versions (                        -- see src/storage/versionstore.h
    pk             INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    note           INTEGER NOT NULL REFERENCES notes (pk) ON DELETE CASCADE,
    revision       INTEGER NOT NULL,
    reason         TEXT NOT NULL CHECK (reason IN ('import', 'publish', 'aside')),
    made           TEXT NOT NULL,
    title          TEXT NOT NULL,
    base           INTEGER REFERENCES versions (pk) ON DELETE CASCADE,
    keep_front     INTEGER NOT NULL,           -- bytes taken over from the start of the base's text
    keep_back      INTEGER NOT NULL,           -- and from its end
    middle         BLOB NOT NULL               -- what stands between them, compressed
)
-- end
CREATE INDEX versions_by_note ON versions (note)
-- end
CREATE INDEX versions_by_base ON versions (base)
-- end
CREATE TABLE publications (
    pk             INTEGER PRIMARY KEY,
    note           INTEGER NOT NULL REFERENCES notes (pk) ON DELETE CASCADE,
    target         TEXT NOT NULL,              -- 'manual': the person put it there
    address        TEXT NOT NULL,
    content_hash   TEXT NOT NULL,              -- SHA-256 of the Markdown that went out, in hex
    published      TEXT NOT NULL,              -- moment
    UNIQUE (note, address)
)
-- end
CREATE TABLE images (
    hash           TEXT PRIMARY KEY,           -- SHA-256 of the file in images/, which bears it as its name
    bytes          INTEGER NOT NULL
)
-- end
CREATE TABLE note_images (
    note           INTEGER NOT NULL REFERENCES notes (pk) ON DELETE CASCADE,
    name           TEXT NOT NULL,              -- as the text has it
    image          TEXT NOT NULL REFERENCES images (hash),
    PRIMARY KEY (note, name)
)
-- end
CREATE INDEX note_images_by_image ON note_images (image)
-- end
CREATE TABLE pauses (
    pk             INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    first_day      TEXT NOT NULL,
    planned_last   TEXT,
    last_day       TEXT,                       -- null while it goes on
    note           TEXT NOT NULL,
    CHECK (first_day <= planned_last),
    CHECK (first_day <= last_day)
)
-- end
CREATE TABLE jots (
    pk             INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    week           TEXT NOT NULL,              -- ISO 8601, "2026-W47"
    text           TEXT NOT NULL,
    created        TEXT NOT NULL,
    used           INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1))
)
-- end
CREATE INDEX jots_by_week ON jots (week)
-- end
CREATE TABLE snippets (
    pk             INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    name           TEXT NOT NULL UNIQUE,
    markdown       TEXT NOT NULL,
    created        TEXT NOT NULL,
    updated        TEXT NOT NULL
)
-- end
CREATE TABLE settings (                        -- keys and values as core/settings.h has them
    key            TEXT PRIMARY KEY,
    value          TEXT NOT NULL
)
-- end
CREATE VIRTUAL TABLE note_search USING fts5 (  -- one row a note, rowid its pk; holds the plain text itself
    title, subtitle, tags, body,
    tokenize = "unicode61 remove_diacritics 2"
)
-- end
