-- A run. The columns that are "GENERATED" repeat what stands in spec, so that runs can be listed and sorted at once.
CREATE TABLE run (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  name                TEXT NOT NULL,
  notes               TEXT NOT NULL DEFAULT '',
  pinned              INTEGER NOT NULL DEFAULT 0,
  colour              TEXT NOT NULL DEFAULT '',
  fingerprint         TEXT NOT NULL,            -- SHA-256 of the spec and of given initial weights
  spec                TEXT NOT NULL,            -- JSON
  parent              INTEGER REFERENCES run (id) ON DELETE SET NULL,
  parent_epoch        INTEGER,
  parameters          INTEGER NOT NULL,
  started             TEXT NOT NULL,            -- ISO 8601, UTC
  seconds             REAL NOT NULL DEFAULT 0,
  epochs              INTEGER NOT NULL DEFAULT 0,
  state               TEXT NOT NULL DEFAULT 'running'
                      CHECK (state IN ('running', 'finished', 'diverged', 'stopped', 'interrupted')),
  reason              TEXT NOT NULL DEFAULT '',
  process             TEXT NOT NULL,            -- of the program that trains it: number and start
  updates             INTEGER NOT NULL DEFAULT 0,
  epoch               INTEGER NOT NULL DEFAULT 0, -- that of the six numbers
  epoch_updates       INTEGER NOT NULL DEFAULT 0, -- the updates done by then
  train_loss          REAL,
  train_accuracy      REAL,
  validation_loss     REAL,
  validation_accuracy REAL,
  test_loss           REAL,
  test_accuracy       REAL,
  penalty             REAL,
  best_epoch          INTEGER,
  best_loss           REAL,
  deleted             TEXT,                     -- when; hidden from then on, gone a week later
  dataset     TEXT GENERATED ALWAYS AS (json_extract(spec, '$.data.type')) STORED,
  samples     INTEGER GENERATED ALWAYS AS (json_extract(spec, '$.data.samples')) STORED,
  hidden      TEXT GENERATED ALWAYS AS (json_extract(spec, '$.model.hidden')) STORED,
  activation  TEXT GENERATED ALWAYS AS (json_extract(spec, '$.model.activation')) STORED,
  initializer TEXT GENERATED ALWAYS AS (json_extract(spec, '$.model.initializer.type')) STORED,
  optimizer   TEXT GENERATED ALWAYS AS (json_extract(spec, '$.training.optimizer.type')) STORED,
  rate        REAL GENERATED ALWAYS AS (json_extract(spec, '$.training.rate')) STORED,
  batch       TEXT GENERATED ALWAYS AS (json_extract(spec, '$.training.batch')) STORED,
  regularizer TEXT GENERATED ALWAYS AS (json_extract(spec, '$.training.regularizer.type')) STORED,
  lambda1     REAL GENERATED ALWAYS AS (CASE json_extract(spec, '$.training.regularizer.type') WHEN 'perLayer' THEN NULL
                ELSE coalesce(json_extract(spec, '$.training.regularizer.l1'), 0) END) STORED,
  lambda2     REAL GENERATED ALWAYS AS (CASE json_extract(spec, '$.training.regularizer.type') WHEN 'perLayer' THEN NULL
                ELSE coalesce(json_extract(spec, '$.training.regularizer.l2'), 0) END) STORED,
  dropout     REAL GENERATED ALWAYS AS (json_extract(spec, '$.training.dropout')) STORED
);
CREATE INDEX run_fingerprint ON run (fingerprint);
CREATE INDEX run_deleted ON run (deleted) WHERE deleted IS NOT NULL;

-- The numbers after an epoch; epoch 0 is before the first update. NULL where there is no such part of the data.
CREATE TABLE metric (
  run                 INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  epoch               INTEGER NOT NULL,
  updates             INTEGER NOT NULL,
  seconds             REAL NOT NULL,
  train_loss          REAL,
  train_accuracy      REAL,
  validation_loss     REAL,
  validation_accuracy REAL,
  test_loss           REAL,
  test_accuracy       REAL,
  penalty             REAL,
  PRIMARY KEY (run, epoch)
) WITHOUT ROWID;

-- What was changed while the run lived, as paths and JSON values of the spec.
CREATE TABLE change (
  run      INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  epoch    INTEGER NOT NULL,
  path     TEXT NOT NULL,
  before   TEXT NOT NULL,
  after    TEXT NOT NULL,
  PRIMARY KEY (run, epoch, path)
) WITHOUT ROWID;

CREATE TABLE tag (
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (run, tag)
) WITHOUT ROWID;

-- The weights kept at the end, as a NumPy .npz file: arrays W1, b1, W2, …
CREATE TABLE weights (
  run INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
  npz BLOB NOT NULL
);
