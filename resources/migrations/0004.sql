-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 4: lists tell what changed since it was published, and still read no text.

ALTER TABLE notes ADD COLUMN text_hash TEXT   -- SHA-256 of the Markdown, in hex; null until its next save
-- end
