-- The training loss inside epochs: blocks of 4,096 rows, the last with fewer. A block has three columns of little-endian doubles, one after
-- the other: the number of the last update of each row, the mean loss of its updates, and the mean loss since the start of the epoch.
CREATE TABLE update_loss (
  run   INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  block INTEGER NOT NULL,
  rows  BLOB NOT NULL,
  PRIMARY KEY (run, block)
);
