package mlpexplorer.nn;

import java.util.Collections;
import java.util.List;

/// A slow, straightforward reference implementation of the network, one number at a time, from the
/// textbook formulas and without any code shared with the code under test. `w[layer][from][to]`,
/// `b[layer][to]`.
public final class ReferenceMlp {
    public final double[][][] w;
    public final double[][] b;
    private final List<Activation> activation;

    /// @param activation one for each hidden layer
    ReferenceMlp(List<Activation> activation, double[][][] w, double[][] b) {
        this.activation = activation;
        this.w = w;
        this.b = b;
    }

    public static ReferenceMlp of(Activation activation, Parameters p) {
        return of(Collections.nCopies(p.layers() - 1, activation), p);
    }

    public static ReferenceMlp of(List<Activation> activation, Parameters p) {
        double[][][] w = new double[p.layers()][][];
        double[][] b = new double[p.layers()][];
        for (int l = 0; l < p.layers(); l++) {
            w[l] = new double[p.fanIn(l)][p.fanOut(l)];
            b[l] = p.biases(l).clone();
            for (int i = 0; i < p.fanIn(l); i++) {
                for (int j = 0; j < p.fanOut(l); j++) {
                    w[l][i][j] = p.weights(l)[i * p.fanOut(l) + j];
                }
            }
        }
        return new ReferenceMlp(activation, w, b);
    }

    /// A network of the same shape with every number 0.
    ReferenceMlp zeros() {
        double[][][] zeroW = new double[w.length][][];
        double[][] zeroB = new double[w.length][];
        for (int l = 0; l < w.length; l++) {
            zeroW[l] = new double[w[l].length][b[l].length];
            zeroB[l] = new double[b[l].length];
        }
        return new ReferenceMlp(activation, zeroW, zeroB);
    }

    /// Mean cross-entropy.
    public double loss(double[][] x, int[] y) {
        double total = 0;
        for (int r = 0; r < x.length; r++) {
            double[][] z = weightedInputs(x[r]);
            total -= Math.log(softmax(z[z.length - 1])[y[r]]);
        }
        return total / x.length;
    }

    /// The gradient of [#loss] and a penalty, λ₁ and λ₂ given for each layer, sample by sample and
    /// unit by unit.
    public ReferenceMlp gradient(double[][] x, int[] y, double[] lambda1, double[] lambda2) {
        ReferenceMlp sum = zeros();
        for (int r = 0; r < x.length; r++) {
            addSample(x[r], y[r], 1.0 / x.length, sum);
        }
        for (int l = 0; l < w.length; l++) {
            for (int i = 0; i < w[l].length; i++) {
                for (int j = 0; j < w[l][i].length; j++) {
                    double weight = w[l][i][j];
                    double sign = weight > 0 ? 1 : weight < 0 ? -1 : 0;
                    sum.w[l][i][j] += lambda1[l] * sign + 2 * lambda2[l] * weight;
                }
            }
        }
        return sum;
    }

    private void addSample(double[] x, int label, double share, ReferenceMlp sum) {
        double[][] z = weightedInputs(x);
        int last = w.length - 1;
        double[] p = softmax(z[last]);
        double[] delta = new double[p.length];
        for (int j = 0; j < p.length; j++) {
            delta[j] = p[j] - (j == label ? 1 : 0);
        }
        for (int l = last; l >= 0; l--) {
            double[] below = new double[w[l].length];
            for (int i = 0; i < w[l].length; i++) {
                double a =
                        l == 0
                                ? x[i]
                                : ReferenceActivation.value(activation.get(l - 1), z[l - 1][i]);
                for (int j = 0; j < delta.length; j++) {
                    sum.w[l][i][j] += share * a * delta[j];
                    below[i] += delta[j] * w[l][i][j];
                }
                if (l > 0) {
                    below[i] *= ReferenceActivation.derivative(activation.get(l - 1), z[l - 1][i]);
                }
            }
            for (int j = 0; j < delta.length; j++) {
                sum.b[l][j] += share * delta[j];
            }
            delta = below;
        }
    }

    private double[][] weightedInputs(double[] x) {
        double[][] z = new double[w.length][];
        for (int l = 0; l < w.length; l++) {
            z[l] = new double[b[l].length];
            for (int j = 0; j < z[l].length; j++) {
                z[l][j] = b[l][j];
                for (int i = 0; i < w[l].length; i++) {
                    double a =
                            l == 0
                                    ? x[i]
                                    : ReferenceActivation.value(activation.get(l - 1), z[l - 1][i]);
                    z[l][j] += a * w[l][i][j];
                }
            }
        }
        return z;
    }

    private static double[] softmax(double[] z) {
        double sum = 0;
        for (double value : z) {
            sum += Math.exp(value);
        }
        double[] p = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            p[j] = Math.exp(z[j]) / sum;
        }
        return p;
    }
}
