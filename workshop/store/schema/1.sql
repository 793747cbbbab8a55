-- The tables of a session file, version 1.
-- A record table has the name and the fields of its record type (workshop/domain/records.py).
-- Every table is STRICT; references are checked when a transaction commits.

CREATE TABLE session_facts (
    id INTEGER PRIMARY KEY,
    session_id TEXT NOT NULL,
    previous_session_id TEXT NOT NULL,
    title TEXT NOT NULL,
    agency TEXT NOT NULL,
    sponsor TEXT NOT NULL,
    facilitator TEXT NOT NULL,
    place TEXT NOT NULL,
    date TEXT,
    next_date TEXT,
    marking TEXT NOT NULL
) STRICT;

CREATE TABLE agenda_item (
    id INTEGER PRIMARY KEY,
    phase TEXT NOT NULL,
    position INTEGER NOT NULL,
    planned_minutes INTEGER NOT NULL,
    actual_seconds INTEGER NOT NULL
) STRICT;

CREATE TABLE participant (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;

CREATE TABLE process (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    set_aside INTEGER NOT NULL,
    key TEXT,
    successor TEXT NOT NULL,
    problem TEXT,
    quick_fix TEXT,
    fix TEXT NOT NULL,
    waiting_on TEXT,
    until TEXT NOT NULL,
    owner TEXT NOT NULL,
    needed_in_field TEXT,
    managed_at TEXT,
    close_enough TEXT,
    documented TEXT,
    feedback TEXT,
    nature TEXT,
    kind TEXT,
    triage TEXT,
    triage_reason TEXT NOT NULL
) STRICT;

CREATE TABLE private_answers (
    id INTEGER PRIMARY KEY REFERENCES process (id) DEFERRABLE INITIALLY DEFERRED,
    owner_fit TEXT,
    proposed_owner TEXT NOT NULL
) STRICT;

CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    detail TEXT NOT NULL,
    unit TEXT NOT NULL,
    frequency TEXT NOT NULL,
    hours_per_week REAL,
    contributor TEXT NOT NULL,
    bucket TEXT,
    position INTEGER NOT NULL,
    tally_process INTEGER,
    tally_performance INTEGER,
    tally_abstain INTEGER,
    merged_into_id INTEGER REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    process_id INTEGER REFERENCES process (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE need (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    process_id INTEGER NOT NULL REFERENCES process (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    process_id INTEGER NOT NULL REFERENCES process (id) DEFERRABLE INITIALLY DEFERRED,
    who TEXT NOT NULL,
    said TEXT NOT NULL,
    said_on TEXT,
    reached_us_by TEXT NOT NULL
) STRICT;

CREATE TABLE commitment (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    process_id INTEGER REFERENCES process (id) DEFERRABLE INITIALLY DEFERRED,
    owner TEXT NOT NULL,
    due TEXT,
    depends_on TEXT,
    measure TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT;

CREATE TABLE commitment_update (
    id INTEGER PRIMARY KEY,
    commitment_id INTEGER NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
    made_on TEXT NOT NULL,
    status TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE excuse (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    process_id INTEGER REFERENCES process (id) DEFERRABLE INITIALLY DEFERRED,
    raised_on TEXT,
    state TEXT NOT NULL,
    removed_by_id INTEGER REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE pledge (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    activity_id INTEGER REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    measure TEXT NOT NULL,
    baseline TEXT NOT NULL,
    target TEXT NOT NULL,
    due TEXT,
    owner TEXT NOT NULL
) STRICT;

CREATE TABLE pledge_return (
    id INTEGER PRIMARY KEY,
    pledge_id INTEGER NOT NULL REFERENCES pledge (id) DEFERRABLE INITIALLY DEFERRED,
    commitment_id INTEGER NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE buy_in (
    id INTEGER PRIMARY KEY,
    zero INTEGER NOT NULL,
    one INTEGER NOT NULL,
    two INTEGER NOT NULL,
    three INTEGER NOT NULL,
    four INTEGER NOT NULL,
    five INTEGER NOT NULL
) STRICT;

CREATE TABLE sign_off (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    signed_on TEXT
) STRICT;

CREATE TABLE leadership_answers (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL,
    never INTEGER NOT NULL,
    seldom INTEGER NOT NULL,
    sometimes INTEGER NOT NULL,
    often INTEGER NOT NULL,
    always INTEGER NOT NULL
) STRICT;

CREATE TABLE leadership_mix (
    id INTEGER PRIMARY KEY,
    routine INTEGER NOT NULL,
    future INTEGER NOT NULL,
    lasting INTEGER NOT NULL
) STRICT;

CREATE TABLE parking_lot_item (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    settled INTEGER NOT NULL
) STRICT;

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    phase TEXT
) STRICT;

-- For each record table the next id that was never used.
CREATE TABLE id_counter (
    table_name TEXT PRIMARY KEY,
    next_id INTEGER NOT NULL
) STRICT;

-- Everything that was ever done, oldest first; rows are added and never changed.
CREATE TABLE history (
    seq INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    label TEXT NOT NULL,
    changes TEXT NOT NULL,
    step INTEGER NOT NULL,
    undoes INTEGER REFERENCES history (seq),
    private INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

-- What the wall shows: one row, not part of the history.
CREATE TABLE stage (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    phase TEXT NOT NULL,
    scene TEXT NOT NULL,
    subject_id INTEGER,
    page INTEGER NOT NULL,
    frozen INTEGER NOT NULL,
    blank INTEGER NOT NULL,
    hold_until TEXT NOT NULL
) STRICT;

-- The text of open editors, offered back after a crash.
CREATE TABLE draft (
    editor TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;
