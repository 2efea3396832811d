package mlpexplorer.ui.charts;

/// From the smallest to the largest of some finite values; from +∞ to −∞ where there are none.
record Range(double low, double high) {}
