-- The weights before the first update, where they were given and not drawn as the specification says. As in weights.
CREATE TABLE initial_weights (
  run INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
  npz BLOB NOT NULL
);
