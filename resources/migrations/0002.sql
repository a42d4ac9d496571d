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
INSERT OR IGNORE INTO settings (key, value)    -- tells its backups from another library's in the same folder
VALUES ('library-id', lower(hex(randomblob(16))))
-- end
