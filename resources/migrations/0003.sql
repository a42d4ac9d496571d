-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 3: earlier versions keep their images.

CREATE TABLE replaced_images (                 -- what a name stood for until another image took it
    note           INTEGER NOT NULL REFERENCES notes (pk) ON DELETE CASCADE,
    name           TEXT NOT NULL,
    until          INTEGER NOT NULL,           -- the note's last revision that had it
    image          TEXT NOT NULL REFERENCES images (hash),
    PRIMARY KEY (note, name, until)
)
-- end
CREATE INDEX replaced_images_by_image ON replaced_images (image)
-- end
