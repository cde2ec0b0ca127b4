using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Heads;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>
/// A backbone, global average pooling and one linear head per attribute; the sigmoid of an output is the probability of a value.
/// Not thread-safe: one caller at a time.
/// </summary>
public sealed class AttributeNetwork : nn.Module<Tensor, Tensor>
{
#pragma warning disable IDE1006 // Field names are the layer names of the weights file.
    private readonly Backbone backbone;
    private readonly AttributeHeads heads;
#pragma warning restore IDE1006

    /// <summary>Makes a network with random weights.</summary>
    /// <param name="vocabulary">Gives the heads and their order.</param>
    /// <param name="shape">Architecture, width and stride of the backbone.</param>
    /// <exception cref="InvalidDataException">
    /// The architecture is unknown, or the width is not made of whole <see cref="ChannelBlocks"/>; one sentence says what to do.
    /// </exception>
    public AttributeNetwork(AttributeVocabulary vocabulary, NetworkShape shape)
        : this(vocabulary, TorchBackbones.Create(shape))
    {
    }

    /// <summary>Puts heads with random weights on a backbone, which the network then owns.</summary>
    public AttributeNetwork(AttributeVocabulary vocabulary, Backbone backbone)
        : base(nameof(AttributeNetwork))
    {
        (Vocabulary, this.backbone) = (vocabulary, backbone);
        heads = new AttributeHeads(vocabulary, backbone.Shape.Features);
        RegisterComponents();
    }

    /// <summary>The words of the outputs.</summary>
    public AttributeVocabulary Vocabulary { get; }

    /// <summary>Architecture, width and stride of the backbone.</summary>
    public NetworkShape Shape => backbone.Shape;

    /// <summary>The number format of convolutions; may be changed between calls.</summary>
    public Precision Precision { get; set; }

    /// <summary>Pictures (batch, 3, H, W), normalised, float32 → logits (batch, values).</summary>
    public override Tensor forward(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        return Classify(Pool(Features(pictures))).MoveToOuterDisposeScope();
    }

    /// <summary>Pictures (batch, 3, H, W) → the last feature map (batch, features, rows, columns), in the precision's type.</summary>
    public Tensor Features(Tensor pictures) => backbone.forward(Precision.Arrange(pictures));

    /// <summary>Feature map (batch, features, rows, columns) → its mean over positions (batch, features), float32.</summary>
    public static Tensor Pool(Tensor features) => features.to_type(ScalarType.Float32).mean([2, 3]);

    /// <summary>Pooled features (batch, features) → logits (batch, values) in the vocabulary's order.</summary>
    public Tensor Classify(Tensor pooled) => heads.forward(pooled);

    /// <summary>All heads' weights in the vocabulary's order (values, features); differentiable.</summary>
    public Tensor HeadWeights() => heads.Weights();

    /// <summary>All heads' biases in the vocabulary's order (values).</summary>
    public Tensor HeadBiases() => heads.Biases();

    /// <summary>One attribute's biases, live (values of the attribute).</summary>
    public Tensor HeadBias(GarmentAttribute attribute) => heads.Bias(attribute);

    /// <summary>The parts from the picture to the outputs, for learning rates that grow along the network; the last is the heads.</summary>
    public IReadOnlyList<NetworkStage> Stages => [.. backbone.Stages, new NetworkStage("heads", heads)];

    /// <summary>The backbone for inference.</summary>
    internal IFoldedBackbone FoldBackbone(Precision precision, Device device) => backbone.Fold(precision, device);
}
