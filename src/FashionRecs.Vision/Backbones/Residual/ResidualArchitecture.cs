namespace FashionRecs.Vision.Backbones.Residual;

/// <summary>
/// A residual network as He et al., "Deep Residual Learning for Image Recognition" (2016), table 1, lists them: a kind of block and how
/// many per stage.
/// </summary>
/// <param name="name">Name in weights files.</param>
/// <param name="kind">Kind of its blocks.</param>
/// <param name="blocks">Blocks per stage.</param>
public abstract class ResidualArchitecture(string name, BlockKind kind, IReadOnlyList<int> blocks) : IArchitecture
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>The network's topology.</summary>
    /// <param name="width">Channels after the first convolution.</param>
    /// <param name="lastStride">Stride of the last stage, 1 or 2.</param>
    public ResidualPlan Plan(int width, int lastStride = 2) => ResidualPlan.Create(kind, blocks, width, lastStride);

    /// <inheritdoc/>
    public int Features(int width) => (width << (blocks.Count - 1)) * kind.Expansion;
}
