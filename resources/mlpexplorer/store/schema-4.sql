-- Epochs that keep their rows in metric when the log of a long run is thinned: live changes, early stops.
CREATE TABLE mark (
  run   INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  epoch INTEGER NOT NULL,
  PRIMARY KEY (run, epoch)
) WITHOUT ROWID;
