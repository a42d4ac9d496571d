-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2: the bin, and a history of each note.

ALTER TABLE notes ADD COLUMN deleted TEXT      -- moment it went to the bin; null outside
-- end
ALTER TABLE versions RENAME TO versions_1
-- end
CREATE TABLE versions (                        -- see src/storage/versionstore.h
    pk             INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    note           INTEGER NOT NULL REFERENCES notes (pk) ON DELETE CASCADE,
    revision       INTEGER NOT NULL,
    reason         TEXT NOT NULL CHECK (reason IN ('sitting', 'import', 'restore', 'publish', 'aside')),
    made           TEXT NOT NULL,
    title          TEXT NOT NULL,
    base           INTEGER REFERENCES versions (pk),
    keep_front     INTEGER NOT NULL,           -- bytes taken over from the start of the base's text
    keep_back      INTEGER NOT NULL,           -- and from its end
    middle         BLOB NOT NULL               -- what stands between them, compressed
)
-- end
INSERT INTO versions (pk, id, note, revision, reason, made, title, base, keep_front, keep_back, middle)
SELECT pk, id, note, revision, reason, made, title, base, keep_front, keep_back, middle FROM versions_1
-- end
DROP TABLE versions_1
-- end
CREATE INDEX versions_by_note ON versions (note)
-- end
CREATE INDEX versions_by_base ON versions (base)
-- end
CREATE INDEX notes_by_content ON notes (source_hash) WHERE source_hash <> ''
-- end
INSERT OR IGNORE INTO settings (key, value)    -- tells its backups from another library's in the same folder
VALUES ('library-id', lower(hex(randomblob(16))))
-- end

-- Search: the text as people read it, apart, and an index that holds no text. See src/storage/textindex.h.

CREATE TABLE search_texts (
    note           INTEGER PRIMARY KEY REFERENCES notes (pk) ON DELETE CASCADE,
    plain          TEXT NOT NULL
)
-- end
INSERT INTO search_texts (note, plain)
SELECT n.pk, coalesce(s.body, '') FROM notes n LEFT JOIN note_search s ON s.rowid = n.pk
-- end
CREATE TABLE search_rows (
    note           INTEGER PRIMARY KEY REFERENCES notes (pk) ON DELETE CASCADE,
    digest         BLOB                        -- SHA-256 of what the index has of the note; null: it waits
)
-- end
INSERT INTO search_rows (note) SELECT pk FROM notes
-- end
CREATE INDEX search_rows_waiting ON search_rows (note) WHERE digest IS NULL
-- end
CREATE TABLE search_state (                    -- one row
    version        INTEGER NOT NULL            -- of the index; 0: none yet
)
-- end
INSERT INTO search_state (version) VALUES (0)
-- end
DROP TABLE note_search
-- end
CREATE VIRTUAL TABLE note_search USING fts5 (  -- rowid is the note's pk; words as src/storage/searchfold.h makes them
    title, subtitle, tags, body,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'ascii'
)
-- end
CREATE VIRTUAL TABLE title_search USING fts5 ( -- the titles again: one letter is in all texts, but not in all titles
    title,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'ascii'
)
-- end
