using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;

namespace FashionRecs.Training.Optimization;

/// <summary>All hyper-parameters of a training run, with the reason for each default.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over the training pictures; 10, as in the reference.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Pictures per step; 32 keeps a step near a second on two cores.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>Learning rate of the heads; 0.01, as in the reference. Decays along a cosine after <see cref="WarmUp"/>.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>
    /// Factor from one stage to the one below it: early layers hold general edges and change least (Howard and Ruder 2018). 1 trains all
    /// alike.
    /// </summary>
    public double StageDecay { get; init; } = 0.8;

    /// <summary>Share of all steps over which the learning rate rises from 0, in [0, 1).</summary>
    public double WarmUp { get; init; } = 0.03;

    /// <summary>L2 penalty of weights (not of biases and norms); 0.0005, as in the reference.</summary>
    public double WeightDecay { get; init; } = 0.0005;

    /// <summary>Momentum of SGD.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>
    /// Decay per step of the moving average of weights that is evaluated and shipped (Polyak averaging); 0 switches it off.
    /// </summary>
    public double AverageDecay { get; init; } = 0.998;

    /// <summary>
    /// Exponent in [0, 1] by which rare values weigh more: a value with n pictures gets (mean n ÷ n)^exponent, at most 6. 0 switches it
    /// off.
    /// </summary>
    public double Balance { get; init; } = 0.4;

    /// <summary>
    /// Share of the loss that is the cross-entropy of a softmax over an attribute's values, which sharpens their order; the rest is sigmoid
    /// cross-entropy.
    /// </summary>
    public double SoftmaxShare { get; init; } = 0.3;

    /// <summary>
    /// Weight of the ordinal loss of lengths beside the rest; 0 switches it off. The default was not compared with others.
    /// </summary>
    public double OrdinalShare { get; init; } = 0.3;

    /// <summary>Weight of the loss of maps that lie beside the true region, where one is known; 0 switches it off.</summary>
    public double RegionShare { get; init; } = 0.2;

    /// <summary>
    /// Part in [0, 1) of every target that a teacher states, where there is one; the label states the rest. Attributes without a label have
    /// only the teacher, at this weight. The default keeps the label the larger part; it was not compared with others.
    /// </summary>
    public double TeacherShare { get; init; } = 0.4;

    /// <summary>
    /// The first stage that learns, for example "layer4"; null for all. The stages before it stay as they are and norms keep their
    /// statistics in the whole network, so that a short run on a few thousand pictures cannot shift what all the others look like.
    /// </summary>
    public string? FromStage { get; init; }

    /// <summary>What "may be" means.</summary>
    public MaybeRule Maybe { get; init; } = MaybeRule.Redraw;

    /// <summary>Input size.</summary>
    public InputSize Input { get; init; } = new(192, 144);

    /// <summary>Architecture.</summary>
    public NetworkShape Shape { get; init; } = new(64, LastStride: 1);

    /// <summary>
    /// Number format of convolutions; null for bfloat16 where the processor has instructions for it and the network's shape allows it, else
    /// float32.
    /// </summary>
    public Precision? Precision { get; init; }

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;
}
