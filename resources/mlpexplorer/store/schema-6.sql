-- The learning rate of the last update of an epoch, with the factor of the schedule; in run that of the epoch of the six numbers. NULL before the
-- first update, and in runs of earlier versions.
ALTER TABLE metric ADD COLUMN learning_rate REAL;
ALTER TABLE run ADD COLUMN learning_rate REAL;
