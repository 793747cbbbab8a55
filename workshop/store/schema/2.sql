-- Version 2: what the whole method needs, from the session before to the marking of handouts.

ALTER TABLE session_facts ADD COLUMN previous_date TEXT;
ALTER TABLE session_facts ADD COLUMN promise TEXT NOT NULL DEFAULT '';
ALTER TABLE session_facts ADD COLUMN controlled_by TEXT NOT NULL DEFAULT '';
ALTER TABLE session_facts ADD COLUMN cui_category TEXT NOT NULL DEFAULT '';
ALTER TABLE session_facts ADD COLUMN dissemination TEXT NOT NULL DEFAULT '';
ALTER TABLE session_facts ADD COLUMN distribution TEXT NOT NULL DEFAULT '';
ALTER TABLE session_facts ADD COLUMN point_of_contact TEXT NOT NULL DEFAULT '';

ALTER TABLE process ADD COLUMN votes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE process ADD COLUMN chosen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE process ADD COLUMN merged_into_id INTEGER
    REFERENCES process (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE commitment ADD COLUMN made_on TEXT;
ALTER TABLE commitment ADD COLUMN next_check TEXT;
ALTER TABLE commitment ADD COLUMN carried INTEGER NOT NULL DEFAULT 0;

ALTER TABLE excuse ADD COLUMN carried INTEGER NOT NULL DEFAULT 0;

ALTER TABLE pledge ADD COLUMN actual TEXT NOT NULL DEFAULT '';
ALTER TABLE pledge ADD COLUMN carried INTEGER NOT NULL DEFAULT 0;

ALTER TABLE note ADD COLUMN fingers INTEGER;

CREATE TABLE prompt (
    id INTEGER PRIMARY KEY,
    phase TEXT NOT NULL,
    say TEXT NOT NULL,
    watch TEXT NOT NULL
) STRICT;
