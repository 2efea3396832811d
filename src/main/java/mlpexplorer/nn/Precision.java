package mlpexplorer.nn;

/// The numbers in which a network is trained. Losses are summed in double precision either way.
public enum Precision {
    /// 64 bits, about 16 digits.
    DOUBLE,
    /// 32 bits, about 7 digits: half the memory of a large network, about 1.5 times the speed, and
    /// what PyTorch uses by default.
    SINGLE
}
