using FashionRecs.Domain.Attributes;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Heads;

/// <summary>
/// One linear head per attribute on the pooled features; the sigmoid of an output is the probability of a value. Named by the attribute's
/// code in weights files.
/// </summary>
public sealed class AttributeHeads : nn.Module<Tensor, Tensor>
{
    private readonly Linear[] heads; // by position of the attribute

    /// <summary>Makes heads with small random weights and no biases.</summary>
    /// <param name="vocabulary">Gives the heads and their order.</param>
    /// <param name="features">Numbers that each head reads.</param>
    public AttributeHeads(AttributeVocabulary vocabulary, int features)
        : base(nameof(AttributeHeads))
    {
        heads = new Linear[vocabulary.Attributes.Count];
        foreach (var attribute in vocabulary.Attributes)
        {
            var head = nn.Linear(features, attribute.Values.Count);
            nn.init.zeros_(head.bias);
            nn.init.normal_(head.weight, 0, 0.01);
            register_module(attribute.Code, head);
            heads[attribute.Position] = head;
        }
    }

    /// <summary>Pooled features (batch, features) → logits (batch, values) in the vocabulary's order.</summary>
    public override Tensor forward(Tensor pooled) => nn.functional.linear(pooled, Weights(), Biases());

    /// <summary>All heads' weights in the vocabulary's order (values, features); differentiable.</summary>
    public Tensor Weights() => cat([.. heads.Select(head => (Tensor)head.weight!)], 0);

    /// <summary>All heads' biases in the vocabulary's order (values); differentiable.</summary>
    public Tensor Biases() => cat([.. heads.Select(head => (Tensor)head.bias!)], 0);

    /// <summary>One attribute's biases, live (values of the attribute).</summary>
    public Tensor Bias(GarmentAttribute attribute) => heads[attribute.Position].bias!;
}
