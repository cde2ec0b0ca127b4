namespace FashionRecs.Vision.Backbones.Residual;

/// <summary>A residual block: ReLU(body(x) + shortcut(x)), with a ReLU between the convolutions of the body.</summary>
/// <param name="Name">Its name in the weights file, for example "layer2.0".</param>
/// <param name="Body">The convolutions one behind the other, named within the block.</param>
/// <param name="Shortcut">Fits the input to the output; null where they have the same shape.</param>
public sealed record BlockPlan(string Name, IReadOnlyList<ConvolutionPlan> Body, ConvolutionPlan? Shortcut)
{
    /// <summary>All convolutions under their whole names, the shortcut last.</summary>
    public IEnumerable<ConvolutionPlan> Convolutions =>
        (Shortcut is null ? Body : Body.Append(Shortcut)).Select(convolution => convolution.Within(Name));
}
