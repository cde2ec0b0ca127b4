using FashionRecs.Domain.Attributes;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Backbones;

/// <summary>
/// ResNet18, global average pooling and one linear head per attribute; the sigmoid of an output is the probability of a value.
/// Not thread-safe: one caller at a time.
/// </summary>
public sealed class AttributeNetwork : nn.Module<Tensor, Tensor>
{
#pragma warning disable IDE1006 // Field names are the layer names of the weights file.
    private readonly ResNet18Trunk trunk;
    private readonly ModuleDict<Linear> heads;
#pragma warning restore IDE1006

    /// <summary>Makes a network with random weights.</summary>
    /// <param name="vocabulary">Gives the heads and their order.</param>
    /// <param name="shape">Width and stride of the trunk.</param>
    public AttributeNetwork(AttributeVocabulary vocabulary, NetworkShape shape)
        : base(nameof(AttributeNetwork))
    {
        (Vocabulary, Shape) = (vocabulary, shape);
        trunk = new ResNet18Trunk(shape.Width, shape.LastStride);
        heads = nn.ModuleDict<Linear>();
        foreach (var attribute in vocabulary.Attributes)
        {
            var head = nn.Linear(shape.Features, attribute.Values.Count);
            nn.init.zeros_(head.bias);
            nn.init.normal_(head.weight, 0, 0.01);
            heads.Add(attribute.Code, head);
        }

        RegisterComponents();
    }

    /// <summary>The words of the outputs.</summary>
    public AttributeVocabulary Vocabulary { get; }

    /// <summary>Width and stride of the trunk.</summary>
    public NetworkShape Shape { get; }

    /// <summary>The number format of convolutions; may be changed between calls.</summary>
    /// <exception cref="NotSupportedException">The shape does not allow it.</exception>
    public Precision Precision { get; set => field = Shape.Checked(value); }

    /// <summary>Pictures (batch, 3, H, W), normalised, float32 → logits (batch, values).</summary>
    public override Tensor forward(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        return Classify(Pool(Features(pictures))).MoveToOuterDisposeScope();
    }

    /// <summary>Pictures (batch, 3, H, W) → the last feature map (batch, features, rows, columns), in the precision's type.</summary>
    public Tensor Features(Tensor pictures) => trunk.forward(Precision.Arrange(pictures));

    /// <summary>Feature map (batch, features, rows, columns) → its mean over positions (batch, features), float32.</summary>
    public static Tensor Pool(Tensor features) => features.to_type(ScalarType.Float32).mean([2, 3]);

    /// <summary>Pooled features (batch, features) → logits (batch, values) in the vocabulary's order.</summary>
    public Tensor Classify(Tensor pooled) => nn.functional.linear(pooled, HeadWeights(), HeadBiases());

    /// <summary>All heads' weights in the vocabulary's order (values, features); differentiable.</summary>
    public Tensor HeadWeights() => cat([.. Heads.Select(head => (Tensor)head.weight!)], 0);

    /// <summary>All heads' biases in the vocabulary's order (values).</summary>
    public Tensor HeadBiases() => cat([.. Heads.Select(head => (Tensor)head.bias!)], 0);

    /// <summary>One attribute's biases, live (values of the attribute).</summary>
    public Tensor HeadBias(GarmentAttribute attribute) => heads[attribute.Code].bias!;

    /// <summary>The modules from the picture to the outputs, for learning rates that grow along the network; the last is the heads.</summary>
    public IReadOnlyList<nn.Module> Stages => [.. trunk.Stages, heads];

    private IEnumerable<Linear> Heads => Vocabulary.Attributes.Select(attribute => heads[attribute.Code]);
}
