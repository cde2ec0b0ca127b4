namespace FashionRecs.Vision.Backbones.Residual;

/// <summary>Residual blocks of the same resolution.</summary>
/// <param name="Name">Name in the weights file, for example "layer2".</param>
/// <param name="Blocks">In order.</param>
public sealed record StagePlan(string Name, IReadOnlyList<BlockPlan> Blocks);
