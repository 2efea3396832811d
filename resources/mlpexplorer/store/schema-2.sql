-- How often the test numbers of a run were revealed while they were locked.
ALTER TABLE run ADD COLUMN reveals INTEGER NOT NULL DEFAULT 0;
